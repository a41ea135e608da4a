"""Several hidden layers: the multilayer perceptron."""

from torch import nn

from chainrule.nn import Linear, ReLU


# --8<-- [start:mlp]
class MLP(nn.Module):
    """Hidden layers of these widths, then a linear output layer.

    (..., in_features) -> (..., out_features); activation is a class of
    modules. Raises ValueError unless there is a hidden layer and every
    width is at least 1.
    """

    def __init__(self, in_features, widths, out_features=1, activation=ReLU):
        super().__init__()
        if not widths or min(widths) < 1:
            raise ValueError(f"invalid widths {widths}")
        self.names = [f"hidden{n}" for n, _ in enumerate(widths, 1)]
        for name, width in zip(self.names, widths, strict=True):
            self.add_module(name, Linear(in_features, width))
            in_features = width
        self.activation = activation()
        self.output = Linear(in_features, out_features)

    def forward(self, x):
        for name in self.names:
            x = self.activation(getattr(self, name)(x))  # (3.16)
        return self.output(x)


# --8<-- [end:mlp]
