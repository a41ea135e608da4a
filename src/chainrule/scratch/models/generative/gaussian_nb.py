"""Naive Bayes for numbers: one normal distribution for each feature."""

import numpy as np

from chainrule.scratch.models.generative.generative_classifier import (
    GenerativeClassifier,
)


# --8<-- [start:gaussian-nb]
class GaussianNB(GenerativeClassifier):
    """Features independent and normal, given the class.

    fit leaves means_ (K, d) and var_ (K, d). As in scikit-learn,
    var_smoothing times the largest variance of any feature of X, over
    all classes, is added to every var_; with 0 they are those of
    maximum likelihood. Raises ValueError for a variance of 0 as well.
    """

    means_: np.ndarray
    var_: np.ndarray

    def __init__(self, priors=None, var_smoothing=1e-9):
        super().__init__(priors)
        self.var_smoothing = var_smoothing

    def estimate(self, groups, names):
        share = self.var_smoothing
        if not 0 <= share < np.inf:
            raise ValueError(f"var_smoothing must be >= 0, got {share}")
        floor = share * np.concatenate(groups).var(axis=0).max()
        var = np.array([X.var(axis=0) for X in groups]) + floor
        for name, j in ((names[k], j) for k, j in np.argwhere(var <= 0)):
            raise ValueError(f"{name}: feature {j} does not vary")
        means = np.array([X.mean(axis=0) for X in groups])
        return {"means_": means, "var_": var}

    def log_likelihood(self, X):
        r = X[:, None] - self.means_  # (N, K, d)
        with np.errstate(over="ignore"):  # very far away: ln 0 = -inf
            costs = r**2 / self.var_ + np.log(2 * np.pi * self.var_)
        return -costs.sum(axis=2) / 2  # (7.18)

    def draw(self, k, rng):
        r = rng.standard_normal((len(k), self.n_features_in_))
        return self.means_[k] + r * np.sqrt(self.var_[k])


# --8<-- [end:gaussian-nb]
