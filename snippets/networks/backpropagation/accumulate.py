# kind: exact
"""One descent with no_grad, and gradients that must be put away."""

from chainrule.scratch.autograd import Tensor, no_grad

# --8<-- [start:descent]
w = Tensor(2.0, requires_grad=True)
for _ in range(3):
    loss = (w - 5) ** 2
    loss.backward()  # adds to w.grad
    print(f"w = {w.item():.3f}, loss = {loss.item():.3f}, grad = {w.grad:.3f}")
    with no_grad():
        w -= 0.25 * w.grad
    w.grad = None  # leave this out, and old gradients stay in the sum
# --8<-- [end:descent]
