"""One linear model with its own line for each species."""

import numpy as np

from chainrule.scratch.checks import plain
from chainrule.scratch.models.checks import features, fitted, one_each, targets
from chainrule.scratch.models.estimator import Estimator
from chainrule.scratch.models.linear_regression import design_matrix


# --8<-- [start:features]
def indicator_features(X, species, classes):
    """For each class 1 and the features, times delta: (N, K (d + 1)).

    X (N, d), species (N,), classes (K,). A row has d + 1 numbers that
    are not switched off. Raises ValueError for shapes that do not fit
    and for a species that is not among the classes.
    """
    A = design_matrix(X)
    species = one_each(plain(species, "species"), A, "species")
    delta = species[:, None] == np.asarray(classes)  # one-hot, (N, K)
    if not delta.any(axis=1).all():
        unknown = np.unique(species[~delta.any(axis=1)])
        raise ValueError(f"no class for the species {unknown}")
    return (delta[:, :, None] * A[:, None, :]).reshape(len(A), -1)  # (5.8)


# --8<-- [end:features]


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
