"""A sum of sigmoids as a module."""

# --8<-- [start:sigmoid-sum]
from torch import nn

from chainrule.nn import Linear, Sigmoid


class SigmoidSum(nn.Module):
    """y = b + c^T sigmoid(b + W x): (..., in_features) -> (...)."""

    def __init__(self, in_features, units):
        super().__init__()
        self.hidden = Linear(in_features, units)  # W and the vector b
        self.sigmoid = Sigmoid()
        self.output = Linear(units, 1)  # c and the number b

    def forward(self, x):
        a = self.sigmoid(self.hidden(x))
        return self.output(a).squeeze(-1)  # (3.9)


# --8<-- [end:sigmoid-sum]
