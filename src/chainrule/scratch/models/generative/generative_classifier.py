"""What all generative classifiers share: priors and Bayes' rule."""

import numpy as np

from chainrule.scratch.checks import features, labels, one_each, plain
from chainrule.scratch.models.estimator import Estimator, fitted
from chainrule.scratch.models.generative.bayes import (
    class_priors,
    log_evidence,
    log_posterior,
)


# --8<-- [start:base]
class GenerativeClassifier(Estimator):
    """Bayes' rule over one density for each class.

    priors: P(C_k) in the order of classes_; None counts them in y. fit
    leaves classes_ (K,), sorted, priors_ (K,), n_features_in_, and what
    the subclass estimates. A subclass says three things: estimate, with
    the samples of each class, returns its attributes; log_likelihood,
    ln p(x_n | C_k) (N, K); and draw, one x for each of the classes k.

    Raises ValueError for shapes that do not fit, NaN, fewer than two
    classes, priors that are none, and an x that no class can produce;
    NotFittedError before fit.
    """

    classes_: np.ndarray
    priors_: np.ndarray
    n_features_in_: int

    def __init__(self, priors=None):
        self.priors = priors

    def estimate(self, groups, names):
        raise NotImplementedError

    def log_likelihood(self, X):
        raise NotImplementedError

    def draw(self, k, rng):
        raise NotImplementedError

    def checked(self, X, width=None):
        return features(X, width)

    def fit(self, X, y):
        X = self.checked(X)
        classes, k = labels(y, X)
        priors = class_priors(k, self.priors)
        groups = [X[k == i] for i in range(len(classes))]
        found = self.estimate(groups, [f"class {c}" for c in classes])
        # All at once: a fit that fails leaves the last one as it was.
        found |= {"classes_": classes, "priors_": priors}
        vars(self).update(found, n_features_in_=X.shape[1])
        return self

    def log_joint(self, X):
        """ln p(x_n, C_k) (N, K)."""
        priors = fitted(self, "priors_")
        X = self.checked(X, self.n_features_in_)
        return self.log_likelihood(X) + np.log(priors)

    def predict_log_proba(self, X):
        return log_posterior(self.log_joint(X))

    def predict_proba(self, X):
        return np.exp(self.predict_log_proba(X))

    def predict(self, X):
        best = self.predict_log_proba(X).argmax(axis=1)  # (7.10)
        return self.classes_[best]

    def score(self, X, y):
        """Share of right predictions."""
        predicted = self.predict(X)
        return float(np.mean(predicted == one_each(plain(y, "y"), predicted)))

    def score_samples(self, X):
        """ln p(x_n) (N,), whatever the class."""
        return log_evidence(self.log_joint(X))

    def sample(self, n, seed=0):
        """New X (n, d) and y (n,): first a class, then an x of it."""
        priors = fitted(self, "priors_")
        rng = np.random.default_rng(seed)
        k = rng.choice(len(priors), size=n, p=priors)
        return self.draw(k, rng), self.classes_[k]


# --8<-- [end:base]
