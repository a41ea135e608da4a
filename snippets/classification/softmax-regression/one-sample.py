# kind: exact
"""Loss and gradient of one sample, from a one-hot target."""

from chainrule.scratch.models.linear.softmax_regression import (
    class_probabilities,
    softmax_gradients,
    softmax_objective,
)

# --8<-- [start:sample]
import numpy as np

x, t = np.array([[2.0]]), np.array([1])  # one feature; the second class
W, b = np.array([[1.0], [0.0], [-1.0]]), np.array([1.0, 1.0, -1.0])
print("logits       ", (x @ W.T + b)[0])
y = class_probabilities(x, W, b)[0]
print("probabilities", y.round(3), f" loss {softmax_objective(x, t, W, b):.3f}")
by_W, by_b = softmax_gradients(x, t, W, b)
print("dE/db        ", by_b.round(3))
print("dE/dW        ", by_W[:, 0].round(3))
# --8<-- [end:sample]
