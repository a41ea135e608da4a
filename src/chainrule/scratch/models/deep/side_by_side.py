"""Networks of one structure that train at the same time."""

# --8<-- [start:side-by-side]
import numpy as np

from chainrule.scratch import nn as numpy_nn
from chainrule.scratch.optim import adam


class SideBySide:
    """ReLU networks with their parameters in the rows of theta.

    sizes are n(0) to n(L). x (N, n(0)) goes through all of them, and
    forward returns (nets, N, n(L)). Weights start normal with variance
    2/inputs, biases at 0; theta (nets, P) is float32.
    """

    def __init__(self, sizes, nets, rng=None):
        rng, self.sizes = np.random.default_rng(rng), sizes
        pairs = [(sizes[k], sizes[k + 1]) for k in range(len(sizes) - 1)]
        count = sum(n * (i + 1) for i, n in pairs)
        self.theta = np.zeros((nets, count), np.float32)
        layers, at = [], 0
        for i, n in pairs:
            W = self.theta[:, at : at + n * i].reshape(nets, n, i)  # a view
            W[...] = rng.normal(size=W.shape) * np.sqrt(2 / i)
            b = self.theta[:, at + n * i : at + n * (i + 1)]
            layers += [numpy_nn.Linear.of(W, b), numpy_nn.ReLU()]
            at += n * (i + 1)
        self.layers = numpy_nn.Sequential(*layers[:-1])
        self.forward = self.layers.forward

    def gradient(self, x, t):
        """Of each network's mean cross-entropy: (nets, P)."""
        z, loss = self.forward(x), numpy_nn.CrossEntropyLoss()
        nets = len(z)
        loss.forward(z.reshape(-1, z.shape[-1]), np.tile(t, nets))
        self.layers.backward(nets * loss.backward().reshape(z.shape))
        parts = [g.reshape(nets, -1) for g in self.layers.grads]
        return np.concatenate(parts, axis=1)

    def train(self, X, t, lr, steps, batch=100, learns=1, rng=None):
        """Adam on batches drawn at random, with lr falling to 0.

        lr is a number, or one for each network, (nets, 1); parameters
        where learns is 0 stay as they are.
        """
        rng, m, v = np.random.default_rng(rng), 0, 0
        for step in range(steps):
            rows = rng.integers(len(X), size=batch)
            g = learns * self.gradient(X[rows], t[rows])
            rate = lr * np.float32(1 - step / steps)
            w, m, v = adam(self.theta, g, m, v, step + 1, rate, (0.9, 0.99))
            self.theta[...] = w  # the layers see it

    def accuracy(self, X, t):
        """Share of right answers of each network: (nets,)."""
        return (self.forward(X).argmax(axis=2) == t).mean(axis=1)


# --8<-- [end:side-by-side]
