"""A Gaussian for each class, each with its own covariance."""

import numpy as np

from chainrule.scratch.linalg.cholesky import cholesky
from chainrule.scratch.models.generative.gaussian import (
    gaussian_log_density,
    gaussian_mle,
)
from chainrule.scratch.models.generative.generative_classifier import (
    GenerativeClassifier,
)


# --8<-- [start:qda]
class QuadraticDiscriminantAnalysis(GenerativeClassifier):
    """Gaussians with their own covariances: a quadratic boundary.

    fit leaves means_ (K, d) and covariance_ (K, d, d), of maximum
    likelihood, divided by N_k; scikit-learn's default solver divided by
    N_k - 1 for long, and has come to N_k. Raises ValueError for a
    singular covariance as well, as every class of d samples or fewer
    has.
    """

    means_: np.ndarray
    covariance_: np.ndarray

    def estimate(self, groups, names):
        means, covariances = zip(*map(gaussian_mle, groups), strict=True)
        for name, X, S in zip(names, groups, covariances, strict=True):
            cholesky(S, f"covariance of {name} ({len(X)} samples)")
        S = np.array(covariances)
        return {"means_": np.array(means), "covariance_": S}

    def log_likelihood(self, X):
        pairs = zip(self.means_, self.covariance_, strict=True)
        densities = [gaussian_log_density(X, m, S) for m, S in pairs]
        return np.stack(densities, axis=1)

    def draw(self, k, rng):
        r = rng.standard_normal((len(k), self.n_features_in_, 1))
        L = np.linalg.cholesky(self.covariance_)
        return self.means_[k] + (L[k] @ r)[..., 0]


# --8<-- [end:qda]
