# kind: exact
"""The slope of the last state with respect to the first: a product."""

# --8<-- [start:through-time]
import torch


def slope(w, steps, f):
    """dh_T / dh_0 for h_t = f(w h_(t-1)), so many steps from h_0 = 0.5."""
    h = h_0 = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
    for _ in range(steps):
        h = f(w * h)
    return torch.autograd.grad(h, h_0)[0].item()


print("  w 10 steps 50 steps 50, tanh")
for w in (0.5, 0.9, 1.0, 1.1, 2.0):
    linear = [slope(w, steps, torch.clone) for steps in (10, 50)]
    curved = slope(w, 50, torch.tanh)
    print(w, *(f"{s:8.3g}" for s in (*linear, curved)))
# --8<-- [end:through-time]
