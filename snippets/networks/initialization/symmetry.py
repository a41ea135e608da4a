# kind: numeric
"""Units that start alike stay alike; units that start at zero stay there."""

# --8<-- [start:symmetry]
import numpy as np

from chainrule.scratch.models import MLP
from chainrule.scratch.nn import HalfSquaredErrorLoss, tanh

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([[0.0], [0], [1], [0]])  # x1 and not x2


def train(start, steps=1000, lr=0.5):
    """W(1), W(2) and b(2) of a network 2-3-1."""
    shapes = (3, 2), (1, 3)
    pairs = [(np.full(s, start), np.zeros(s[0])) for s in shapes]
    model, loss = MLP.of(pairs, tanh), HalfSquaredErrorLoss()
    for _ in range(steps):
        loss.forward(model.forward(X), t)
        model.backward(loss.backward())
        for parameter, gradient in model.parameters():
            parameter -= lr * gradient
    return model.W[1], model.W[2], model.b[2]


for start in (0.0, 0.5):
    W1, W2, b2 = train(start)
    print(f"all weights {start} at first; after 1000 steps W(1) is")
    print(W1.round(3) + 0.0)
    print("W(2)", W2.round(3)[0] + 0.0, " b(2)", b2.round(3))
# --8<-- [end:symmetry]
