# kind: exact
"""The slope of the last state with respect to the first: a product."""

# --8<-- [start:through-time]
import torch


def slope(w, length, f):
    """d h_T / d h_0 for h_t = f(w h_(t-1)), from h_0 = 0.5."""
    h = h_0 = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
    for _ in range(length):
        h = f(w * h)
    return torch.autograd.grad(h, h_0)[0].item()


for w in (0.5, 0.9, 1.0, 1.1, 2.0):
    print(f"w = {w}:", end="")
    for length in (1, 10, 50):
        print(f"   {w**length:10.3g}", end="")
        assert abs(slope(w, length, lambda u: u) / w**length - 1) < 1e-12
    print(f"   with tanh {slope(w, 50, torch.tanh):9.1e}")
# --8<-- [end:through-time]
