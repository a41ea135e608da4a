# kind: numeric
"""GELU, SiLU and SwiGLU by their formulas, beside PyTorch."""

# --8<-- [start:today]
import torch
from torch.nn import functional as F


def gelu(z):
    return z * (1 + torch.erf(z / 2**0.5)) / 2  # (13.16)


def silu(z):
    return z * torch.sigmoid(z)  # (13.17)


def swiglu(x, W, V, W2):
    return (silu(x @ W.T) * (x @ V.T)) @ W2.T  # (13.18)


z = torch.linspace(-6, 6, 1201, dtype=torch.float64)
for name, ours, theirs in (
    ("GELU", gelu(z), F.gelu(z)),
    ("GELU by tanh", gelu(z), F.gelu(z, approximate="tanh")),
    ("SiLU", silu(z), F.silu(z)),
):
    gap = (ours - theirs).abs().max()
    low, at = ours.min(0)
    said = "equal" if gap < 1e-14 else f"off by {gap:.5f}"
    print(f"{name}: {said}; lowest {low:.3f} at {z[at]:.2f}")

W, V, W2 = (torch.randn(s) for s in ((24, 8), (24, 8), (8, 24)))
print("SwiGLU:", tuple(swiglu(torch.randn(5, 8), W, V, W2).shape))
# --8<-- [end:today]
