"""What logistic and softmax regression share: how the minimum is found."""

import numpy as np

from chainrule.scratch.models.estimator import Estimator, warn_unless
from chainrule.scratch.optim.gradient_descent import gradient_descent
from chainrule.scratch.optim.newton import newton


# --8<-- [start:base]
def slope_size(X):
    """Root mean squares (d + 1,) of 1 and of each feature; 1 for 0."""
    size = np.sqrt(np.mean(X**2, axis=0))
    return np.concatenate([[1], np.where(size > 0, size, 1)])


class MaximumLikelihood(Estimator):
    """Arguments of a likelihood model, and the walk to its minimum.

    solver "newton" ends where no slope is over tol; "gradient-descent"
    takes all steps, with lr, or if it is None with a rate that cannot
    overshoot, and has converged if no slope is over 1e-3, or over tol if
    that is more. Slopes are per unit of each feature's root mean square,
    so that no choice of units makes them small.
    """

    def __init__(
        self, weight_decay=0.0, solver="newton", lr=None, steps=100, tol=1e-10
    ):
        self.weight_decay, self.solver = weight_decay, solver
        self.lr, self.steps, self.tol = lr, steps, tol

    def walk(self, loss, grad, hessian, start, rate, separates, size=1.0):
        """The points (steps taken + 1, p) from start to the minimum.

        loss, grad, hessian and separates are functions of theta (p,),
        rate() is the safe rate, size (p,) what slopes are divided by.
        Raises ValueError for arguments out of range, a descent that
        diverges, too few Newton steps, and for no weight decay if the
        last point or the last step separates.
        """
        if not 0 <= self.weight_decay < np.inf:
            raise ValueError(f"bad weight_decay {self.weight_decay}: not >= 0")
        if self.solver == "newton":
            path = newton(
                loss, grad, hessian, start, self.tol, self.steps, size
            )
        elif self.solver == "gradient-descent":
            lr = rate() if self.lr is None else self.lr
            path = gradient_descent(grad, start, lr, self.steps)
        else:
            raise ValueError(f"no solver {self.solver!r}")
        if not np.isfinite(path[-1]).all():
            raise ValueError(f"the descent diverges with lr {self.lr}")
        last_step = path[-1] - path[max(len(path) - 2, 0)]
        if self.weight_decay == 0 and (
            separates(path[-1]) or separates(last_step)
        ):
            raise ValueError(
                "a hyperplane separates the classes: no finite w is best; "
                "take weight_decay > 0"
            )
        slope = np.max(np.abs(grad(path[-1])) / size)
        self.converged_ = warn_unless(
            self.solver == "newton" or slope <= max(self.tol, 1e-3),
            self,
            f"a slope is {slope:.2g} after {self.steps} steps of descent",
        )
        return path


# --8<-- [end:base]
