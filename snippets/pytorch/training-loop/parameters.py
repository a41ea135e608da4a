# kind: exact
"""What a module knows of its parameters, and what it does not."""

# --8<-- [start:parameters]
from torch import nn


class Forecast(nn.Module):  # with forward as above
    def __init__(self, days=7, width=16):
        super().__init__()
        self.hidden = nn.Linear(days, width)
        self.output = nn.Linear(width, 1)


for name, p in Forecast().named_parameters():
    print(f"{name:13} {tuple(p.shape)!s:8} {p.numel():4}")
print("together", sum(p.numel() for p in Forecast().parameters()))
# --8<-- [end:parameters]
