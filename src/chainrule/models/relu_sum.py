"""A sum of ReLUs as a module."""

# --8<-- [start:relu-sum]
from torch import nn

from chainrule.nn import Linear, ReLU


class ReLUSum(nn.Module):
    """y = b + c^T max(0, b + W x): (..., in_features) -> (...)."""

    def __init__(self, in_features, units):
        super().__init__()
        self.hidden = Linear(in_features, units)
        self.relu = ReLU()
        self.output = Linear(units, 1)

    def forward(self, x):
        return self.output(self.relu(self.hidden(x))).squeeze(-1)  # (3.14)


# --8<-- [end:relu-sum]
