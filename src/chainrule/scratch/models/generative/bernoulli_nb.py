"""Naive Bayes for yes and no: one coin for each feature."""

import numpy as np

from chainrule.scratch.checks import features
from chainrule.scratch.models.generative.generative_classifier import (
    GenerativeClassifier,
)


# --8<-- [start:bernoulli-nb]
class BernoulliNB(GenerativeClassifier):
    """Features 0 or 1, independent given the class.

    fit leaves probs_ (K, d), the P(x_j = 1 | C_k). alpha is added to
    the count of each of the two values (Laplace: 1); 0 keeps the plain
    shares, and what was never seen is impossible. Raises ValueError for
    other values than 0 and 1 (scikit-learn cuts them at binarize) and
    alpha < 0.
    """

    probs_: np.ndarray

    def __init__(self, alpha=1.0, priors=None):
        super().__init__(priors)
        self.alpha = alpha

    def checked(self, X, width=None):
        X = features(X, width)
        if not np.isin(X, (0, 1)).all():
            raise ValueError("features must be 0 or 1")
        return X

    def estimate(self, groups, names):
        a = self.alpha
        if not 0 <= a < np.inf:
            raise ValueError(f"alpha must be >= 0 and finite, got {a}")
        shares = [(X.sum(axis=0) + a) / (len(X) + 2 * a) for X in groups]
        return {"probs_": np.array(shares)}  # (7.20)

    def log_likelihood(self, X):
        factors = (np.where(X == 1, p, 1 - p) for p in self.probs_)
        with np.errstate(divide="ignore"):  # ln 0 = -inf is meant
            logs = [np.log(p).sum(axis=1) for p in factors]  # (7.19)
        return np.stack(logs, axis=1)

    def draw(self, k, rng):
        p = self.probs_[k]
        return (rng.random(p.shape) < p).astype(float)


# --8<-- [end:bernoulli-nb]
