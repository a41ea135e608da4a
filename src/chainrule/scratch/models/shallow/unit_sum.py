"""What the sums of sigmoids and of ReLUs share: how they are fitted."""

import numpy as np

from chainrule.scratch.checks import features, targets
from chainrule.scratch.models.estimator import Estimator, fitted, warn_unless
from chainrule.scratch.models.shallow.one_hidden_layer import one_hidden_layer
from chainrule.scratch.nn import Layer, Linear, MSELoss, Sequential


# --8<-- [start:unit-sum]
class UnitSum(Estimator):
    """y = b0 + sum_i c_i f(b_i + sum_j w_ij x_j), by gradient descent.

    Every step uses the whole training set. fit leaves W_, b_, c_, b0_,
    losses_ (steps + 1,), n_iter_ and converged_: False, with a
    ConvergenceWarning, if the last quarter of the steps took over 10 %
    of the variance of y off the loss, or if a constant is as good.
    Raises ValueError for shapes that do not fit, NaN or inf, arguments
    out of range, and if the descent diverges; NotFittedError before
    fit. Subclasses say what f is.
    """

    activation: type[Layer] = Layer

    def __init__(self, units=10, lr=0.1, steps=1000, seed=0):
        self.units, self.lr = units, lr
        self.steps, self.seed = steps, seed

    def fit(self, X, y):
        if not (self.units >= 1 and self.steps >= 0 and self.lr >= 0):
            raise ValueError(f"units, lr or steps out of range: {vars(self)}")
        X = features(X)
        t = targets(y, X)
        rng = np.random.default_rng(self.seed)
        units = Linear(X.shape[1], self.units, rng)
        output = Linear(self.units, 1, rng)
        model, loss = Sequential(units, self.activation(), output), MSELoss()

        def forward():
            y = model.forward(X)
            if not np.isfinite(y).all():
                raise ValueError(f"the descent diverges with lr {self.lr}")
            return loss.forward(y, t[:, None])

        with np.errstate(over="ignore", invalid="ignore"):
            losses = [forward()]
            for _ in range(self.steps):
                model.backward(loss.backward())  # (3.11)
                for parameter, gradient in model.parameters():
                    parameter -= self.lr * gradient  # (2.10)
                losses.append(forward())
        self.W_, self.b_ = units.weight, units.bias
        self.c_, self.b0_ = output.weight[0], output.bias[0]
        self.losses_, self.n_iter_ = np.array(losses), self.steps
        late = self.losses_[3 * self.steps // 4 :]
        scale = t.var() + 1e-12 * np.mean(t**2)
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
        model = one_hidden_layer(*theta, self.activation())
        return model.forward(features(X, W.shape[1]))[:, 0]


# --8<-- [end:unit-sum]
