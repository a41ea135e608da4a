"""Cascaded logistic units as a module."""

from torch import nn

from chainrule.nn import Linear, Sigmoid


# --8<-- [start:cascaded-logistic]
class CascadedLogistic(nn.Module):
    """Logits of class 1: (..., in_features) -> (...).

    encode gives the outputs of the hidden units (..., units). Train it
    with BCEWithLogitsLoss, which holds the last sigmoid.
    """

    def __init__(self, in_features, units):
        super().__init__()
        self.hidden = Linear(in_features, units)
        self.sigmoid = Sigmoid()
        self.output = Linear(units, 1)

    def encode(self, x):
        return self.sigmoid(self.hidden(x))

    def forward(self, x):
        return self.output(self.encode(x)).squeeze(-1)  # (11.7)


# --8<-- [end:cascaded-logistic]
