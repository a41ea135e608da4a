# kind: numeric
"""The gradient of a slope by hand, and a slope that is learned."""

# --8<-- [start:slope]
import numpy as np

from chainrule.scratch.nn import PReLU

f = PReLU()  # a = 0.25
print("y  =", f.forward(np.array([[-2.0], [-1.0], [3.0]])).ravel())
print("dx =", f.backward(np.ones((3, 1))).ravel())
print("da =", f.grad_weight)

x = np.linspace(-2, 2, 41)[:, None]
for target in (np.abs(x), np.maximum(0, x), x):
    f = PReLU()
    for _ in range(100):
        f.backward((f.forward(x) - target) / len(x))
        f.weight -= f.grad_weight
    print(f"learned a = {f.weight[0]:.4f}")
# --8<-- [end:slope]
