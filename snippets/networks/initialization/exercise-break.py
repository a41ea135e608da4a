# kind: numeric
"""Equal hidden weights, unequal output weights."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.models import MLP
from chainrule.scratch.nn import HalfSquaredErrorLoss, tanh

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([[0.0], [0], [1], [0]])  # x1 and not x2
W1, W2 = np.full((3, 2), 0.5), np.array([[0.5, 0.6, -0.5]])
model = MLP.of([(W1, np.zeros(3)), (W2, np.zeros(1))], tanh)
loss = HalfSquaredErrorLoss()
for steps in (1, 99, 900):
    for _ in range(steps):
        value = loss.forward(model.forward(X), t)
        model.backward(loss.backward())
        for parameter, gradient in model.parameters():
            parameter -= 0.5 * gradient
    print(f"after {steps} more steps: loss {value:.4f}, rows of W(1)")
    print(model.W[1].round(3).tolist())
# --8<-- [end:solution]
