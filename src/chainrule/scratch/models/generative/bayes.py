"""Bayes' rule, with probabilities and with their logarithms."""

# --8<-- [start:bayes]
import numpy as np

from chainrule.scratch.checks import double, plain


def bayes_posterior(priors, likelihoods):
    """P(C_k | x) (..., K), from P(C_k) (K,) and p(x | C_k) (..., K).

    Raises ValueError for a negative or NaN entry, and for an x that
    no class can produce.
    """
    likelihoods = double(likelihoods, "likelihoods")
    joint = double(priors, "priors") * likelihoods  # p(x, C_k)
    evidence = joint.sum(axis=-1, keepdims=True)  # (7.2)
    if not (np.all(joint >= 0) and np.all(evidence > 0)):
        raise ValueError("need p >= 0, and p(x) > 0 for every x")
    return joint / evidence  # (7.3)


# --8<-- [end:bayes]


# --8<-- [start:logarithms]
def log_evidence(log_joint):
    """ln p(x) (...), from ln p(x, C_k) (..., K), without underflow.

    Raises ValueError for NaN, and for an x that no class can produce.
    """
    log_joint = double(log_joint, "log_joint")
    top = log_joint.max(axis=-1)
    if not np.isfinite(top).all():
        raise ValueError("density of a sample is 0, inf or NaN in all classes")
    rest = np.exp(log_joint - top[..., None])  # the largest is 1
    return top + np.log(rest.sum(axis=-1))  # (7.2)


def log_posterior(log_joint):
    """ln P(C_k | x) (..., K), from ln p(x, C_k) (..., K)."""
    log_joint = double(log_joint, "log_joint")
    return log_joint - log_evidence(log_joint)[..., None]  # (7.3)


# --8<-- [end:logarithms]


# --8<-- [start:priors]
def class_priors(index, given=None):
    """P(C_k) (K,): the shares in index (N,), or what is given.

    Raises ValueError unless one positive number is given for each
    class, together 1.
    """
    counts = np.bincount(plain(index, "index"))
    if given is None:
        return counts / len(index)  # (7.4)
    priors = double(given, "priors")
    if priors.shape != counts.shape:
        raise ValueError(f"{len(counts)} classes, but priors {priors.shape}")
    if not (priors > 0).all() or not np.isclose(priors.sum(), 1):
        raise ValueError(f"priors must be > 0, together 1, got {priors}")
    return priors


# --8<-- [end:priors]
