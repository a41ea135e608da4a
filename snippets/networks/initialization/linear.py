# kind: numeric
"""How torch.nn.Linear starts."""

# --8<-- [start:linear]
import torch

for n_in in (100, 400, 1600):
    torch.manual_seed(0)
    W = torch.nn.Linear(n_in, 500).weight
    print(
        f"n_in = {n_in:4}: largest |w| {W.abs().max():.4f},"
        f" n_in Var(w) = {n_in * W.var():.3f}"
    )
# --8<-- [end:linear]
