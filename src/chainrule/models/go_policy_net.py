"""Which point is played next, on a board of Go."""

# --8<-- [start:go-policy]
import torch
from torch import nn

from chainrule.nn import Conv2d, ReLU, Sequential


class GoPolicyNet(nn.Module):
    """Planes (N, planes, size, size) -> a logit for each point, row by row.

    The policy network of Silver et al. 2016 (doi 10.1038/nature16961),
    "Methods", with its numbers as defaults: one convolution of 5x5 and
    layers - 1 of 3x3, zeros around, ReLU, and at last one of 1x1 with a
    bias for each point. Nothing is pooled. Where legal (N, size, size) is
    given, all else gets -inf. Raises ValueError for a position without a
    legal point, and for other shapes.
    """

    def __init__(self, planes=48, filters=192, layers=12, size=19):
        super().__init__()
        self.first = Conv2d(planes, filters, 5, padding=2)
        more = [
            Conv2d(filters, filters, 3, padding=1) for _ in range(layers - 1)
        ]
        self.layers = Sequential(*more)
        self.last, self.relu = Conv2d(filters, 1, 1, bias=False), ReLU()
        self.bias = nn.Parameter(torch.zeros(size, size))

    def forward(self, x, legal=None):
        if x.shape[2:] != self.bias.shape:
            raise ValueError(
                f"a board of {(*self.bias.shape,)}, got {(*x.shape,)}"
            )
        x = self.relu(self.first(x))
        for layer in self.layers:
            x = self.relu(layer(x))
        y = self.last(x)[:, 0] + self.bias
        if legal is not None:
            if legal.shape != y.shape or not legal.flatten(1).any(1).all():
                raise ValueError(
                    f"legal must be {(*y.shape,)} with a point in each, "
                    f"got {(*legal.shape,)}; without one: pass"
                )
            y = y.masked_fill(~legal, -torch.inf)
        return y.flatten(1)


# --8<-- [end:go-policy]
