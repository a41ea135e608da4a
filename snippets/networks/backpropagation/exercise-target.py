# kind: exact
"""Another target: only the error changes, and with it every delta."""

# --8<-- [start:solution]
from chainrule.scratch.autograd import Tensor

arrays = [
    ([[1.0, -2], [-1, 1]], [[1.0], [0]]),
    ([[2.0, -1], [-2, -1]], [[0.0], [0]]),
    ([[3.0, -1], [-1, 4]], [[-2.0], [2]]),
]
layers = [(Tensor(W), Tensor(b, requires_grad=True)) for W, b in arrays]
y = Tensor([[1.0], [-1]])
for W, b in layers:
    y = 1 / (1 + (-(W @ y + b)).exp())
E = ((y - [[0], [1]]) ** 2).sum() / 2
E.backward()
for n, (_, b) in enumerate(layers, 1):
    print(f"delta({n}) =", b.grad.ravel().round(4))
# --8<-- [end:solution]
