"""What the sums of sigmoids and of ReLUs share: how they are fitted."""

# --8<-- [start:base]
import numpy as np

from chainrule.scratch.models.unit_sum import forward, gradients, pack, unpack
from chainrule.scratch.optim.gradient_descent import gradient_descent


class UnitSum:
    """y = b0 + sum_k c_k f(b_k + sum_j w_kj x_j), by gradient descent.

    All of the training set takes part in each of the steps. W, b, c and
    b0 start uniform in ±1/sqrt(number of inputs), drawn from seed. fit
    leaves W_, b_, c_, b0_ and losses_ (steps + 1,). Raises ValueError
    for shapes that do not fit, NaN or inf, units < 1, and when the
    descent diverges; predict before fit raises AttributeError.
    Subclasses say what f is.
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
        X, t = self._checked(X), np.asarray(y, float)
        if t.shape != (len(X),) or not np.isfinite(t).all():
            raise ValueError(f"y must be ({len(X)},) and finite, got {t.shape}")
        f = self.activation, self.derivative

        def grad(theta):
            return pack(*gradients(X, t, *unpack(theta, self.units), *f))

        with np.errstate(over="ignore", invalid="ignore"):
            path = gradient_descent(
                grad, self._start(X.shape[1]), self.lr, self.steps
            )
        if not np.isfinite(path[-1]).all():
            raise ValueError(f"the descent diverges with lr {self.lr}")
        self.losses_ = np.array(
            [np.mean((self._predict(X, theta) - t) ** 2) for theta in path]
        )
        self.W_, self.b_, self.c_, self.b0_ = unpack(path[-1], self.units)
        return self

    def predict(self, X):
        if not hasattr(self, "W_"):
            name = type(self).__name__
            raise AttributeError(f"{name} is not fitted: call fit")
        X = self._checked(X)
        if X.shape[1] != self.W_.shape[1]:
            raise ValueError(f"not the {self.W_.shape[1]} features of fit")
        return self._predict(X, pack(self.W_, self.b_, self.c_, self.b0_))

    def _predict(self, X, theta):
        return forward(X, *unpack(theta, self.units), self.activation)[0]

    # --8<-- [end:base]

    def _start(self, d):
        rng, K = np.random.default_rng(self.seed), self.units
        hidden = rng.uniform(-1, 1, K * d + K) / np.sqrt(d)
        return np.concatenate([hidden, rng.uniform(-1, 1, K + 1) / np.sqrt(K)])

    def _checked(self, X):
        if self.units < 1:
            raise ValueError(f"units must be at least 1, got {self.units}")
        X = np.asarray(X, float)
        if X.ndim != 2 or X.size == 0 or not np.isfinite(X).all():
            raise ValueError(f"X must be (N, d), filled, finite; got {X.shape}")
        return X
