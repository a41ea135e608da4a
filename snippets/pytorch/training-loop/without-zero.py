# kind: numeric
"""Descent on L = θ²/2, with zero_grad, without it, and by a formula."""

# --8<-- [start:without]
import math

import torch


def descend(steps, lr, clear):
    """θ_0, …, θ_steps from θ_0 = 1; without clear, grad is never zeroed."""
    theta = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr)
    path = [theta.item()]
    for _ in range(steps):
        if clear:
            optimizer.zero_grad()
        (theta**2 / 2).backward()
        optimizer.step()
        path.append(theta.item())
    return path


def swing(k, lr):
    """θ_k without zero_grad, (18.5) with a = 1."""
    phi = math.acos(1 - lr / 2)
    return math.cos((k + 0.5) * phi) / math.cos(phi / 2)


# --8<-- [end:without]

# --8<-- [start:compare]
kept, swung = (descend(1000, 0.5, clear) for clear in (True, False))
print("    k  with zero_grad  without  formula")
for k in (0, 1, 2, 3, 4, 5, 6, 998, 999, 1000):
    print(f"{k:5}{kept[k]:16.3f}{swung[k]:9.3f}{swing(k, 0.5):9.3f}")
# --8<-- [end:compare]
