"""One linear model with its own line for each species."""

import numpy as np

from chainrule.scratch.checks import features, targets
from chainrule.scratch.models.estimator import Estimator, fitted
from chainrule.scratch.preprocessing.indicator_features import (
    indicator_features,
)


# --8<-- [start:estimator]
class IndicatorRegression(Estimator):
    """Linear regression with a line for each species, in one fit.

    fit(X, y, species) leaves classes_ (K,), b_ (K,) and w_ (K, d). A
    species with too few samples for a line of its own gets the shortest
    (b, w) that fits them. Raises ValueError for shapes that do not fit,
    for NaN and, in predict, for an unknown species; NotFittedError
    before fit. In scikit-learn: LinearRegression without
    intercept on these features.
    """

    def fit(self, X, y, species):
        X = features(X)
        self.classes_ = np.unique(species)
        Z = indicator_features(X, species, self.classes_)
        theta = np.linalg.lstsq(Z, targets(y, X), rcond=None)[0]
        lines = theta.reshape(len(self.classes_), -1)
        self.b_, self.w_ = lines[:, 0], lines[:, 1:]
        return self

    def predict(self, X, species):
        w = fitted(self, "w_")
        Z = indicator_features(features(X, w.shape[1]), species, self.classes_)
        return Z @ np.column_stack([self.b_, w]).ravel()


# --8<-- [end:estimator]
