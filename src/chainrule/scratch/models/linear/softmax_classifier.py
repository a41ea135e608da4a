"""Softmax regression as something a solver can train."""

from chainrule.scratch.nn import softmax_cross_entropy_loss

# isort: split
# --8<-- [start:softmax-classifier]
import numpy as np


class SoftmaxClassifier:
    """K linear models, one for each class: z = X W^T + b.

    W (K, d) and b (K,) start at 0, where every class is as likely. The
    loss is convex, so nothing is gained by a random start.
    """

    def __init__(self, features, classes, dtype=np.float32):
        if features < 1 or classes < 2:
            raise ValueError(f"no {classes} classes of {features} features")
        self.W = np.zeros((classes, features), dtype)
        self.b = np.zeros(classes, dtype)
        self.params = [self.W, self.b]

    def logits(self, X):
        """Scores z (N, K) of samples X (N, d)."""
        return X @ self.W.T + self.b  # (10.1)

    def predict(self, X):
        """The class with the largest score: (N,)."""
        return self.logits(X).argmax(axis=1)

    def loss_and_gradients(self, X, t):
        """Loss, accuracy and the gradients by W and b, on one batch."""
        z = self.logits(X)
        loss, delta = softmax_cross_entropy_loss(z, t)  # delta: dL/dz
        accuracy = (z.argmax(axis=1) == t).mean()
        return loss, accuracy, [delta.T @ X, delta.sum(axis=0)]  # (10.4)


# --8<-- [end:softmax-classifier]
