"""Logistic units whose outputs are the features of one more logistic unit.

Shapes: X (N, d), t (N,) of zeros and ones, W (..., K, d) with one row for each
hidden unit, b and c (..., K), b0 (...). The leading axes are free: put the
starts of many descents there, and all are trained at once.
"""

import numpy as np

from chainrule.scratch.checks import features, labels, targets
from chainrule.scratch.models.estimator import Estimator, fitted, warn_unless
from chainrule.scratch.nn import Linear, Sequential, Sigmoid, sigmoid

# isort: split
# --8<-- [start:forward]
from chainrule.scratch import checks
from chainrule.scratch.models.shallow.one_hidden_layer import one_hidden_layer


def encode(X, W, b):
    """The new features (..., N, K): what the hidden units say of X."""
    return Sequential(Linear.of(W, b), Sigmoid()).forward(X)  # (11.7)


def logits(X, W, b, c, b0):
    """Logits of class 1 (..., N); the last unit's sigmoid makes y."""
    return one_hidden_layer(W, b, c, b0, Sigmoid()).forward(X)[..., 0]


def loss(X, t, W, b, c, b0):
    """Mean cross-entropy (...), from the logits: never inf."""
    z, t = logits(X, W, b, c, b0), targets(t, X, "t")
    return np.mean(np.logaddexp(0, z) - t * z, axis=-1)  # (11.8)


# --8<-- [end:forward]


# --8<-- [start:gradients]
def gradients(X, t, W, b, c, b0):
    """Gradients of the loss by W, b, c and b0, in their shapes."""
    X, t = checks.pair(X, t)
    model = one_hidden_layer(W, b, c, b0, Sigmoid())
    y = sigmoid(model.forward(X))
    model.backward((y - t[:, None]) / len(t))  # (11.9), from above
    by_W, by_b, by_c, by_b0 = model.grads
    return by_W, by_b, by_c[..., 0, :], by_b0[..., 0]


# --8<-- [end:gradients]


# --8<-- [start:descent]
def random_start(starts, units, d, scale, seed):
    """[W, b, c, b0] of many starts, normal with deviation scale."""
    rng = np.random.default_rng(seed)
    shapes = (starts, units, d), (starts, units), (starts, units), (starts,)
    return [scale * rng.normal(size=shape) for shape in shapes]


def descend(X, t, theta, lr, steps):
    """theta = [W, b, c, b0] after so many steps of gradient descent."""
    for _ in range(steps):
        slopes = gradients(X, t, *theta)
        theta = [p - lr * g for p, g in zip(theta, slopes, strict=True)]
    return theta


# --8<-- [end:descent]


# --8<-- [start:estimator]
class CascadedLogistic(Estimator):
    """Hidden logistic units, then one more, by full gradient descent.

    fit(X, y) descends from so many random starts at once and keeps the
    best: W_ (K, d), b_, c_ (K,), b0_, classes_ (2,), losses_, where
    every start ended, n_iter_ and converged_: False, with a
    ConvergenceWarning, if a tenth more steps would still take over 5 %
    of the entropy of y off the loss, or if a constant is as good.
    transform gives the hidden units' outputs.
    Raises ValueError unless y has two classes, for shapes that do not
    fit, NaN, and a start whose loss is none in the end (lr too large).
    """

    def __init__(
        self, units=2, lr=1.0, steps=2000, scale=1.0, restarts=1, seed=0
    ):
        self.units, self.lr, self.steps = units, lr, steps
        self.scale, self.restarts, self.seed = scale, restarts, seed

    def fit(self, X, y):
        if not (self.units >= 1 and self.restarts >= 1 and self.steps >= 0):
            raise ValueError(f"units, restarts, steps invalid: {vars(self)}")
        if not (self.lr > 0 and self.scale > 0):
            raise ValueError(f"lr and scale must be > 0: {vars(self)}")
        X = features(X)
        self.classes_, index = labels(y, X, most=2)
        t, d = index.astype(float), X.shape[1]
        theta = random_start(
            self.restarts, self.units, d, self.scale, self.seed
        )
        with np.errstate(over="ignore", invalid="ignore"):
            theta = descend(X, t, theta, self.lr, self.steps)
            self.losses_ = loss(X, t, *theta)
        if not np.isfinite(self.losses_).all():
            raise ValueError(f"the descent diverges with lr {self.lr}")
        best = self.losses_.argmin()
        kept = self.W_, self.b_, self.c_, self.b0_ = [p[best] for p in theta]
        share = np.array([t.mean(), 1 - t.mean()])
        scale = -share @ np.log(share)
        slope = sum(np.sum(g**2) for g in gradients(X, t, *kept))
        self.n_iter_ = self.steps
        self.converged_ = warn_unless(
            self.losses_[best] < 0.999 * scale
            and slope * self.lr * self.steps / 10 <= scale / 20,
            self,
            f"loss {self.losses_[best]:.3g}, entropy of y {scale:.3g}, "
            f"squared slope {slope:.1g} after {self.steps} steps",
        )
        return self

    def transform(self, X):
        W = fitted(self, "W_")
        return encode(features(X, W.shape[1]), W, self.b_)

    def decision_function(self, X):
        return self.transform(X) @ self.c_ + self.b0_

    def predict_proba(self, X):
        z = self.decision_function(X)
        return sigmoid(np.stack([-z, z], axis=1))

    def predict(self, X):
        z = self.decision_function(X)
        return self.classes_[(z > 0).astype(int)]


# --8<-- [end:estimator]
