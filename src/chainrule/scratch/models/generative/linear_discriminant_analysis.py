"""A Gaussian for each class, all with the same covariance."""

import numpy as np

from chainrule.scratch.checks import double
from chainrule.scratch.linalg.cholesky import cholesky
from chainrule.scratch.models.generative.gaussian import (
    gaussian_log_density,
    gaussian_mle,
)
from chainrule.scratch.models.generative.generative_classifier import (
    GenerativeClassifier,
)


# --8<-- [start:weights]
def linear_scores(means, covariance, priors):
    """W (K, d) and b (K,), so that ln p(x, C_k) = W_k x + b_k + rest.

    The rest is the same for all classes. Raises ValueError for a
    singular covariance.
    """
    L, means = cholesky(covariance), double(means, "means")
    m = np.linalg.solve(L, means.T)  # (d, K); |m_k|² = mu' Sigma^-1 mu
    W = np.linalg.solve(L.T, m).T  # Sigma^-1 mu
    return W, np.log(priors) - (m**2).sum(axis=0) / 2  # (7.14)


# --8<-- [end:weights]


# --8<-- [start:lda]
class LinearDiscriminantAnalysis(GenerativeClassifier):
    """Gaussians that share one covariance: a linear boundary.

    fit leaves means_ (K, d), covariance_ (d, d) of maximum likelihood,
    divided by N (scikit-learn's default solver: for long by N - K, now
    N), coef_ and intercept_: one row for each class, or, for two
    classes, one row in all, positive for classes_[1]. Raises ValueError
    for a singular covariance as well.
    """

    means_: np.ndarray
    covariance_: np.ndarray
    coef_: np.ndarray
    intercept_: np.ndarray

    def estimate(self, groups, names):
        fits = [gaussian_mle(X) for X in groups]
        means = np.array([mean for mean, _ in fits])
        counts = [len(X) for X in groups]
        N_S = sum(n * S for n, (_, S) in zip(counts, fits, strict=True))
        shared = N_S / sum(counts)  # (7.11)
        cholesky(shared, f"shared covariance ({sum(counts)} samples)")
        return {"means_": means, "covariance_": shared}

    def fit(self, X, y):
        super().fit(X, y)
        W, b = linear_scores(self.means_, self.covariance_, self.priors_)
        if len(b) == 2:  # (7.15), (7.16)
            W, b = W[1:] - W[:1], b[1:] - b[:1]
        self.coef_, self.intercept_ = W, b
        return self

    def log_likelihood(self, X):
        S = self.covariance_
        densities = [gaussian_log_density(X, m, S) for m in self.means_]
        return np.stack(densities, axis=1)

    def draw(self, k, rng):
        r = rng.standard_normal((len(k), self.n_features_in_))
        return self.means_[k] + r @ np.linalg.cholesky(self.covariance_).T


# --8<-- [end:lda]
