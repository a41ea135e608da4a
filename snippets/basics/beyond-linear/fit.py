# kind: exact
"""The third step: gradient descent finds three units for the curve."""

import numpy as np

from chainrule.data.views import WEEK, daily_views, expected
from chainrule.scratch.models.linear_regression import least_squares, predict
from chainrule.scratch.models.relu_sum import ReLUSum
from chainrule.scratch.models.sigmoid_sum import SigmoidSum
from chainrule.scratch.nn import mse

# --8<-- [start:fit]
views = daily_views(400, seed=0)
u = views - 5 - WEEK[np.arange(400) % 7]  # without the weekly cycle
X, t = u[:-1, None], u[1:]
y = predict(X, *least_squares(X, t))
print(f"best line              loss {mse(y, t):.4f}")
for model_class in (SigmoidSum, ReLUSum):
    for units in (3, 10):
        fits = [
            model_class(units, lr=0.2, steps=2000, seed=seed).fit(X, t)
            for seed in range(10)
        ]
        losses = [fit.losses_[-1] for fit in fits]
        print(
            f"{units:2} units, {model_class.__name__:10}  "
            f"loss {np.median(losses):.4f} "
            f"({min(losses):.4f} to {max(losses):.4f})"
        )
print(f"the curve itself       loss {mse(expected(X[:, 0]), t):.4f}")
# --8<-- [end:fit]
