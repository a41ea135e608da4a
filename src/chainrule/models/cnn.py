"""A small convolutional network for pictures."""

# --8<-- [start:cnn]
from torch import nn

from chainrule.nn import AvgPool2d, Conv2d, Linear, MaxPool2d, ReLU, Sequential


class CNN(nn.Module):
    """Convolution, ReLU and pooling in turn, then one dense layer.

    (N, in_channels, size, size) -> logits (N, classes). Each of channels
    is a round of one 3x3 convolution that keeps the size. reduce says how
    a round halves it: "max" or "avg" pools 2x2, "stride" lets the
    convolution take every second place, "none" keeps all. Raises
    ValueError for another reduce and for a picture that is used up.
    """

    def __init__(
        self, in_channels=1, size=28, channels=(8, 16), classes=10, reduce="max"
    ):
        super().__init__()
        pools = {"max": MaxPool2d, "avg": AvgPool2d}
        if reduce not in (*pools, "stride", "none"):
            raise ValueError(f"no way to reduce: {reduce!r}")
        layers: list[nn.Module] = []
        stride = 2 if reduce == "stride" else 1
        for out in channels:
            layers += [Conv2d(in_channels, out, 3, stride, padding=1), ReLU()]
            in_channels = out
            if reduce in pools:
                layers.append(pools[reduce](2))
                size //= 2
            size = (size - 1) // stride + 1  # (34.2) with k = 3, p = 1
        if size < 1:
            raise ValueError(f"nothing is left after {len(channels)} rounds")
        self.features = Sequential(*layers)
        self.classifier = Linear(in_channels * size**2, classes)

    def forward(self, x):
        return self.classifier(self.features(x).flatten(1))


# --8<-- [end:cnn]
