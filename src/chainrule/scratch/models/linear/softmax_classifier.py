"""Softmax regression as a layer that a trainer can train."""

# --8<-- [start:softmax-classifier]
import numpy as np

from chainrule.scratch.nn import Linear


class SoftmaxClassifier(Linear):
    """K linear models, one for each class: scores z = X W^T + b.

    weight (K, d) and bias (K,) start at 0, where every class is as
    likely. The loss is convex, so nothing is gained by a random start.
    Raises ValueError unless there are features, and two classes.
    """

    def __init__(self, features, classes, dtype=np.float32):
        if features < 1 or classes < 2:
            raise ValueError(f"no {classes} classes of {features} features")
        weight = np.zeros((classes, features), dtype)
        self._hold(weight, np.zeros(classes, dtype))

    def predict(self, X):
        """The class with the largest score: (N,)."""
        return self.forward(X).argmax(axis=1)


# --8<-- [end:softmax-classifier]
