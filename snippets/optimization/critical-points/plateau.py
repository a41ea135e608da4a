# kind: exact
"""How long gradient descent stays near the saddle of the toy network."""

# --8<-- [start:plateau]
import torch


def steps_to_half(distance, momentum=0.0, limit=2000):
    """Steps from (a, a) until the loss is below 0.5; at the start it is 1."""
    w = torch.full((2,), distance, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.01, momentum=momentum)
    for step in range(limit):
        loss = (1 - w[0] * w[1]) ** 2
        if loss < 0.5:
            return step
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return f"over {limit}"


print("distance  plain  momentum 0.9")
for a in (1e-1, 1e-3, 1e-6, 1e-12, 0.0):
    print(f"{a:8.0e}  {steps_to_half(a):>5}  {steps_to_half(a, 0.9):>12}")
# --8<-- [end:plateau]
