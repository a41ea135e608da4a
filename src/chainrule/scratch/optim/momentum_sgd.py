"""Momentum for several arrays at once, in their own memory."""

# --8<-- [start:momentum-sgd]
import numpy as np


class MomentumSGD:
    """Stochastic gradient descent with momentum (Polyak, 1964).

    params are arrays of floats, which every step(grads) changes in
    place by the two lines of `momentum`; momentum=0 is plain gradient
    descent. Raises ValueError unless lr > 0 and 0 <= momentum < 1, for
    integers, and for gradients of another number or shape.

    torch.optim.SGD multiplies by lr when it steps; here the movement m
    contains it. While lr stays what it is, both go the same way.
    """

    def __init__(self, params, lr, momentum=0.0):
        if not (0 < lr < np.inf and 0 <= momentum < 1):
            raise ValueError(f"invalid lr {lr} or momentum {momentum}")
        self.params, self.lr, self.momentum = list(params), lr, momentum
        if any(w.dtype.kind != "f" for w in self.params):
            raise ValueError(f"not floats: {[w.dtype for w in self.params]}")
        self.moves = [np.zeros_like(w) for w in self.params]

    def step(self, grads):
        """Move all parameters by their gradients."""
        shapes = [w.shape for w in self.params]
        if (got := [g.shape for g in grads]) != shapes:
            raise ValueError(f"gradients {got} for parameters {shapes}")
        for w, m, g in zip(self.params, self.moves, grads, strict=True):
            m *= self.momentum
            m -= self.lr * g  # (10.5), with the line above
            w += m  # (10.6)


# --8<-- [end:momentum-sgd]
