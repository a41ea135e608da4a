"""The multilayer perceptron, and its gradients by the recursion of delta."""

# --8<-- [start:forward]
import numpy as np

from chainrule.scratch import nn as numpy_nn
from chainrule.scratch.checks import real


def mlp_forward(x, W, b, f):
    """u(l) = W(l) y(l-1) + b(l) and y(l) = f(u(l)), for l = 1 to L.

    x (N, n(0)) has a sample in each row, W(l) (n(l), n(l-1)) a neuron,
    b(l) is (n(l),). W, b and f, and u and y (N, n(l)), which are
    returned, have the numbers of the layers as keys; y(0) is x.
    """
    u, y = {}, {0: x}
    for layer in range(1, len(W) + 1):
        u[layer] = y[layer - 1] @ W[layer].T + b[layer]  # (12.4)
        y[layer] = f[layer](u[layer])
    return u, y


# --8<-- [end:forward]


# --8<-- [start:backward]
def mlp_backward(dy, W, u, df):
    """delta(l) = dL/du(l) for l = L to 1, from dy = dL/dy(L) (N, n(L)).

    df(l) is the derivative of f(l), taken at u(l).
    """
    last = len(W)
    delta = {last: dy * df[last](u[last])}  # (14.7)
    for layer in range(last - 1, 0, -1):
        back = delta[layer + 1] @ W[layer + 1]  # dL/dy(l)
        delta[layer] = back * df[layer](u[layer])  # (14.16)
    return delta


def mlp_gradients(delta, y):
    """dL/dW(l) and dL/db(l), sums over the samples, as two dicts."""
    # (14.16)
    dW = {layer: delta[layer].T @ y[layer - 1] for layer in delta}
    db = {layer: delta[layer].sum(axis=0) for layer in delta}
    return dW, db


# --8<-- [end:backward]


# --8<-- [start:mlp]
def identity(u):
    """The activation of a last layer whose loss takes scores or logits."""
    return u


DERIVATIVES = {
    identity: np.ones_like,
    numpy_nn.relu: numpy_nn.relu_derivative,
    numpy_nn.sigmoid: numpy_nn.sigmoid_derivative,
    numpy_nn.tanh: numpy_nn.tanh_derivative,
}


class MLP:
    """Layers 1 to L: hidden ones of these widths, and the output's.

    x (N, in_features), y (N, out_features). f is activation, in the
    last layer output. W and b start as those of a chain of Linear.
    forward leaves u and y, backward delta, dW and db, all by the number
    of the layer. Raises ValueError for a width below 1, for functions
    other than identity, relu, sigmoid and tanh, and for an x or dy of
    another shape; RuntimeError for a backward before forward.
    """

    def __init__(
        self,
        in_features,
        widths,
        out_features=1,
        activation=numpy_nn.relu,
        output=identity,
        rng=None,
        dtype=float,
    ):
        rng, pairs = np.random.default_rng(rng), []
        for width in [*widths, out_features]:
            layer = numpy_nn.Linear(in_features, width, rng, dtype)
            pairs.append((layer.weight, layer.bias))
            in_features = width
        self._hold(pairs, activation, output)

    @classmethod
    def of(cls, pairs, activation=numpy_nn.relu, output=identity):
        """The network of these arrays, a pair W(l), b(l) for each layer."""
        model = cls.__new__(cls)
        model._hold(pairs, activation, output)
        return model

    def _hold(self, pairs, activation, output):
        if not {activation, output} <= {*DERIVATIVES}:
            raise ValueError(f"{activation} or {output} is none of ours")
        self.W = {layer: W for layer, (W, _) in enumerate(pairs, 1)}
        self.b = {layer: b for layer, (_, b) in enumerate(pairs, 1)}
        self.f = dict.fromkeys(self.W, activation) | {len(pairs): output}
        self.df = {layer: DERIVATIVES[f] for layer, f in self.f.items()}
        self.dW = {layer: np.zeros_like(W) for layer, W in self.W.items()}
        self.db = {layer: np.zeros_like(b) for layer, b in self.b.items()}
        self.u, self.y, self.delta = {}, {}, {}

    def forward(self, x):
        x, d = real(x, "x"), self.W[1].shape[1]
        if x.ndim != 2 or x.shape[1] != d:
            raise ValueError(f"x must be (N, {d}), got {x.shape}")
        self.delta = {}
        self.u, self.y = mlp_forward(x, self.W, self.b, self.f)
        return self.y[len(self.W)]

    def backward(self, dy):
        """From dL/dy. dL/dx would be delta[1] @ W[1]: no one needs it."""
        if not self.u:
            raise RuntimeError("MLP: backward before forward")
        shape = self.u[len(self.W)].shape
        if dy.shape != shape:
            raise ValueError(f"dy must be {shape}, got {dy.shape}")
        self.delta = mlp_backward(dy, self.W, self.u, self.df)
        self.dW, self.db = mlp_gradients(self.delta, self.y)

    def parameters(self):
        """Pairs of a parameter and its gradient: W(1), b(1), W(2), ..."""
        return [
            pair
            for layer in self.W
            for pair in (
                (self.W[layer], self.dW[layer]),
                (self.b[layer], self.db[layer]),
            )
        ]

    params = property(lambda self: [p for p, _ in self.parameters()])
    grads = property(lambda self: [g for _, g in self.parameters()])


# --8<-- [end:mlp]
