"""What classifiers with a linear score share."""

# --8<-- [start:base]
from chainrule.scratch.checks import features, labels
from chainrule.scratch.models.estimator import Estimator, fitted


class LinearClassifier(Estimator):
    """Two classes, told apart by the sign of z = b + sum_j w_j x_j.

    The class that sorts second is t = 1, the first t = -1, as in
    scikit-learn. Subclasses fit w_ (d,) and b_, in float64. Raises
    ValueError for shapes that do not fit, NaN, inf, and unless there
    are two classes; NotFittedError before fit.
    """

    def _checked(self, X, y):
        X = features(X)
        self.classes_, index = labels(y, X, most=2)
        return X, 2.0 * index - 1

    def decision_function(self, X):
        w, b = fitted(self, "w_"), fitted(self, "b_")
        return features(X, len(w)) @ w + b  # (6.1)

    def predict(self, X):
        positive = self.decision_function(X) > 0  # (6.2)
        return self.classes_[positive.astype(int)]


# --8<-- [end:base]
