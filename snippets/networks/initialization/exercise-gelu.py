# kind: numeric
"""The gain of GELU, and that of the absolute value."""

# --8<-- [start:solution]
import torch

u = torch.linspace(-10, 10, 200_001, dtype=torch.float64)
density = torch.exp(-(u**2) / 2) / (2 * torch.pi) ** 0.5
for f in (torch.abs, torch.nn.functional.gelu, torch.nn.functional.silu):
    mean_square = torch.trapezoid(f(u) ** 2 * density, u).item()
    print(f"{f.__name__:4} {mean_square**-0.5:.3f}")
# --8<-- [end:solution]
