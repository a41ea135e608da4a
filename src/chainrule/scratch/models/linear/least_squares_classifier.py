"""A classifier that regresses to -1 and 1."""

from chainrule.scratch.models.linear.linear_classifier import LinearClassifier

# isort: split
# --8<-- [start:classifier]
from chainrule.scratch.models.regression import least_squares


class LeastSquaresClassifier(LinearClassifier):
    """Linear regression to t = ±1; of several solutions the shortest.

    fit leaves w_, b_ and classes_. Raises what LinearClassifier does.
    """

    def fit(self, X, y):
        X, t = self._checked(X, y)
        self.w_, self.b_ = least_squares(X, t)  # (6.3)
        return self


# --8<-- [end:classifier]
