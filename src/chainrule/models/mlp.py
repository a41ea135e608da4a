"""Several hidden layers: the multilayer perceptron."""

from torch import nn

from chainrule.nn import Linear, ReLU


# --8<-- [start:mlp]
class MLP(nn.Module):
    """Hidden layers of these widths, then a linear output layer.

    (..., in_features) -> (..., out_features); activation is a class of
    modules, or a function that makes one: each layer has its own. Raises
    ValueError unless there is a hidden layer and every width is at least
    1, and TypeError for one activation that all layers would share.
    """

    def __init__(self, in_features, widths, out_features=1, activation=ReLU):
        super().__init__()
        if not widths or min(widths) < 1:
            raise ValueError(f"invalid widths {widths}")
        if isinstance(activation, nn.Module):
            raise TypeError(f"pass a class of modules, not {activation!r}")
        self.depth = len(widths)
        for n, width in enumerate(widths, 1):
            self.add_module(f"hidden{n}", Linear(in_features, width))
            self.add_module(f"activation{n}", activation())
            in_features = width
        if len([*self.children()]) < 2 * self.depth:
            raise TypeError(f"{activation!r} makes no new module each time")
        self.output = Linear(in_features, out_features)

    def forward(self, x):
        for n in range(1, self.depth + 1):
            z = getattr(self, f"hidden{n}")(x)
            x = getattr(self, f"activation{n}")(z)  # (3.16)
        return self.output(x)


# --8<-- [end:mlp]
