# kind: numeric
"""The best rate after five updates, and after forty-five."""

# --8<-- [start:order]
import numpy as np
from sklearn.datasets import load_digits

from chainrule.scratch.models.linear.softmax_regression import (
    softmax_gradients,
    softmax_objective,
)

X, t = load_digits(return_X_y=True)
X = X / 16
rows = np.random.default_rng(0).permutation(len(t))
train, valid = rows[:500], rows[500:]


def after(updates, lr):
    """Validation loss of softmax regression, all samples in each step."""
    W, b = np.zeros((10, 64)), np.zeros(10)
    for _ in range(updates):
        dW, db = softmax_gradients(X[train], t[train], W, b)
        W, b = W - lr * dW, b - lr * db
    return softmax_objective(X[valid], t[valid], W, b)


rates = 0.5, 1.0, 2.0, 4.0, 8.0, 16.0
print("rate      ", *(f"{lr:5}" for lr in rates))
for updates in (5, 45):
    losses = [after(updates, lr) for lr in rates]
    print(f"{updates:2} updates", *(f"{loss:5.2f}" for loss in losses))
# --8<-- [end:order]
