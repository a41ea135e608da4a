"""Layers one after the other."""

# --8<-- [start:sequential]
from chainrule.scratch.nn.base import Layer


class Sequential(Layer):
    """A chain of layers, itself a layer: forwards and back again.

    Raises ValueError for a layer that occurs twice: it keeps one input.
    """

    def __init__(self, *layers):
        if len({*map(id, layers)}) < len(layers):
            raise ValueError("each place needs a layer of its own")
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dy):
        for layer in reversed(self.layers):
            dy = layer.backward(dy)
        return dy

    def parameters(self):
        return [pair for layer in self.layers for pair in layer.parameters()]

    # --8<-- [end:sequential]

    def train(self, mode=True):
        for layer in self.layers:
            layer.train(mode)
        return super().train(mode)

    def buffers(self):
        return [buffer for layer in self.layers for buffer in layer.buffers()]
