# kind: exact
"""How many parameters a network has."""

# --8<-- [start:count]
from torch import nn

model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
for name, w in model.named_parameters():
    print(f"{name:9} {tuple(w.shape)!s:9} {w.numel():5}")
print("together", sum(w.numel() for w in model.parameters()))
# --8<-- [end:count]
