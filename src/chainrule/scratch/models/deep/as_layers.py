"""The multilayer perceptron made of layers."""

# --8<-- [start:as-layers]
from chainrule.scratch import nn as numpy_nn

LAYERS = {
    numpy_nn.relu: numpy_nn.ReLU,
    numpy_nn.sigmoid: numpy_nn.Sigmoid,
    numpy_nn.tanh: numpy_nn.Tanh,
}


def as_layers(mlp):
    """A Sequential of Linear and activations that has mlp's arrays."""
    chain = []
    for layer, f in mlp.f.items():
        chain.append(numpy_nn.Linear.of(mlp.W[layer], mlp.b[layer]))
        if f in LAYERS:
            chain.append(LAYERS[f]())
    return numpy_nn.Sequential(*chain)


# --8<-- [end:as-layers]
