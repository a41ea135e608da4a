"""What the sums of sigmoids and of ReLUs share: how they are fitted."""

import numpy as np

from chainrule.scratch.checks import features, targets
from chainrule.scratch.models.estimator import Estimator, fitted, warn_unless
from chainrule.scratch.models.shallow.unit_sum import (
    forward,
    gradients,
    pack,
    unpack,
)
from chainrule.scratch.optim.gradient_descent import gradient_descent


# --8<-- [start:start]
def random_start(units, d, seed):
    """theta, uniform in ±1/sqrt(number of inputs) of each layer."""
    rng = np.random.default_rng(seed)
    hidden = rng.uniform(-1, 1, units * (d + 1)) / np.sqrt(d)
    output = rng.uniform(-1, 1, units + 1) / np.sqrt(units)
    return np.concatenate([hidden, output])


# --8<-- [end:start]


# --8<-- [start:base]
class UnitSum(Estimator):
    """y = b0 + sum_i c_i f(b_i + sum_j w_ij x_j), by gradient descent.

    Every step uses the whole training set. fit leaves W_, b_, c_, b0_,
    losses_ (steps + 1,), n_iter_ and converged_: False, with a
    ConvergenceWarning, if the last quarter of the steps took over 10 %
    of the variance of y off the loss, or if a constant is as good.
    Raises ValueError for shapes that do not fit, NaN or inf, units < 1, and
    if the descent diverges; NotFittedError before fit. Subclasses say
    what f is.
    """

    @staticmethod
    def activation(r):
        raise NotImplementedError

    @staticmethod
    def derivative(a):
        """f'(r) from a = f(r)."""
        raise NotImplementedError

    def __init__(self, units=10, lr=0.1, steps=1000, seed=0):
        self.units, self.lr = units, lr
        self.steps, self.seed = steps, seed

    def fit(self, X, y):
        if self.units < 1:
            raise ValueError(f"units must be at least 1, got {self.units}")
        X = features(X)
        t = targets(y, X)
        f, df = self.activation, self.derivative

        def grad(theta):
            W, b, c, b0 = unpack(theta, self.units)
            return pack(*gradients(X, t, W, b, c, b0, f, df))

        start = random_start(self.units, X.shape[1], self.seed)
        with np.errstate(over="ignore", invalid="ignore"):
            path = gradient_descent(grad, start, self.lr, self.steps)
        if not np.isfinite(path[-1]).all():
            raise ValueError(f"the descent diverges with lr {self.lr}")
        thetas = (unpack(theta, self.units) for theta in path)
        fits = (forward(X, W, b, c, b0, f)[0] for W, b, c, b0 in thetas)
        self.losses_ = np.array([np.mean((fit - t) ** 2) for fit in fits])
        self.W_, self.b_, self.c_, self.b0_ = unpack(path[-1], self.units)
        self.n_iter_, scale = self.steps, t.var() + 1e-12 * np.mean(t**2)
        late = self.losses_[3 * self.steps // 4 :]
        self.converged_ = warn_unless(
            late[-1] < 0.999 * scale and late[0] - late[-1] < scale / 10,
            self,
            f"the loss is {late[-1]:.3g}, at three quarters {late[0]:.3g}, and "
            f"that of the best constant is {t.var():.3g}",
        )
        return self

    def predict(self, X):
        W = fitted(self, "W_")
        theta = W, self.b_, self.c_, self.b0_
        return forward(features(X, W.shape[1]), *theta, self.activation)[0]


# --8<-- [end:base]
