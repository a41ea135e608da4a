"""What the sums of sigmoids and of ReLUs share: how they are fitted."""

import numpy as np

from chainrule.scratch.checks import features, targets
from chainrule.scratch.models.estimator import Estimator, fitted, warn_unless
from chainrule.scratch.models.shallow.one_hidden_layer import one_hidden_layer
from chainrule.scratch.nn import Layer, Linear, MSELoss, Sequential
from chainrule.scratch.optim.momentum_sgd import MomentumSGD
from chainrule.scratch.training.trainer import Trainer


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
        if self.units < 1 or self.steps < 0:
            raise ValueError(f"units or steps out of range: {vars(self)}")
        X = features(X)
        t = targets(y, X)
        rng = np.random.default_rng(self.seed)
        units = Linear(X.shape[1], self.units, rng)
        output = Linear(self.units, 1, rng)
        model = Sequential(units, self.activation(), output)
        optimizer = MomentumSGD(model.params, self.lr)
        trainer = Trainer(model, MSELoss(), optimizer, [(X, t[:, None])])
        try:
            with np.errstate(over="ignore", invalid="ignore"):
                losses = trainer.train(self.steps)["loss"]
                losses += trainer.test(X, t[:, None], len(X))
        except ValueError:  # of NaN: the samples have none
            losses = [np.nan]
        if not np.isfinite(losses[-1]):
            raise ValueError(f"the descent diverges with lr {self.lr}")
        self.W_, self.b_ = units.weight, units.bias
        self.c_, self.b0_ = output.weight[0], output.bias[0]
        self.losses_, self.n_iter_ = np.array(losses), self.steps
        late, scale = losses[3 * self.steps // 4 :], t.var()
        self.converged_ = warn_unless(
            late[-1] < 0.999 * scale + 1e-12 * np.mean(t**2)
            and late[0] - late[-1] < scale / 10 + 1e-13 * np.mean(t**2),
            self,
            f"the loss is {late[-1]:.3g}, at three quarters {late[0]:.3g}, and "
            f"that of the best constant is {scale:.3g}",
        )
        return self

    def predict(self, X):
        W = fitted(self, "W_")
        theta = W, self.b_, self.c_, self.b0_
        model = one_hidden_layer(*theta, self.activation())
        return model.forward(features(X, W.shape[1]))[:, 0]


# --8<-- [end:unit-sum]
