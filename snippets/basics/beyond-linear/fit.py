# kind: study, tested with SEEDS=5
"""The third step: gradient descent finds three units for the curve.

Prints CSV: mean squared errors on the same 399 days, the median over the starts
with the lowest and the highest; first those of the best line and of the curve.
"""

import numpy as np

from chainrule.data.views import WEEK, daily_views, expected
from chainrule.scratch.models import ReLUSum, SigmoidSum
from chainrule.scratch.models.regression import least_squares, predict
from chainrule.scratch.nn import mse

# --8<-- [start:fit]
SEEDS = 10

views = daily_views(400, seed=0)
u = views - 5 - WEEK[np.arange(400) % 7]  # without the weekly cycle
X, t = u[:-1, None], u[1:]
print("model,units,loss,low,high")
print(f"best line,,{mse(predict(X, *least_squares(X, t)), t):.4f}")
print(f"the curve,,{mse(expected(X[:, 0]), t):.4f}")
for model_class in (SigmoidSum, ReLUSum):
    for units in (3, 10):
        losses = [
            model_class(units, lr=0.2, steps=2000, seed=seed)
            .fit(X, t)
            .losses_[-1]
            for seed in range(SEEDS)
        ]
        numbers = [f(losses) for f in (np.median, np.min, np.max)]
        shown = ",".join(f"{loss:.4f}" for loss in numbers)
        print(f"{model_class.__name__},{units},{shown}")
# --8<-- [end:fit]
