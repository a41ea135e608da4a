"""Convolutions in a chain, deep."""

# --8<-- [start:plain]
from torch import nn

from chainrule.nn import Conv2d, Linear, ReLU, Sequential


class PlainNet(nn.Module):
    """A first convolution, then blocks of two, the mean of maps, logits.

    (N, in_channels, H, W) -> (N, classes), for pictures of any size; all
    convolutions are 3x3 and keep it. It is the ResidualNet without
    shortcuts, and holds as many parameters. Raises ValueError for a
    negative number of blocks.
    """

    def __init__(self, in_channels=1, channels=16, blocks=3, classes=10):
        super().__init__()
        if blocks < 0:
            raise ValueError(f"blocks must not be negative, got {blocks}")
        self.first = Conv2d(in_channels, channels, 3, padding=1)
        sizes = [channels, channels, 3, 1, 1]  # stride 1, padding 1
        self.layers = Sequential(*(Conv2d(*sizes) for _ in range(2 * blocks)))
        self.relu, self.output = ReLU(), Linear(channels, classes)

    def block(self, x, first, second):
        return self.relu(second(self.relu(first(x))))

    def forward(self, x):
        x = self.relu(self.first(x))
        layers = iter(self.layers)
        for first, second in zip(layers, layers, strict=True):
            x = self.block(x, first, second)
        return self.output(x.mean(dim=(2, 3)))  # average pooling over all


# --8<-- [end:plain]
