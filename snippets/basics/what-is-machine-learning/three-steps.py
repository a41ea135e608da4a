# kind: exact
"""The three steps on a hundred days of a synthetic channel."""

from chainrule.data import daily_views, look_back
from chainrule.scratch.nn import mse
from chainrule.scratch.optim import gradient_descent

# --8<-- [start:data]
import numpy as np

views = daily_views(101)  # thousands a day
X, t = look_back(views, 1)  # yesterday's views, and today's
# --8<-- [end:data]


# --8<-- [start:functions]
def f(theta, X):  # step 1: a set of functions, one for each theta
    b, w = theta
    return b + w * X[:, 0]


# --8<-- [end:functions]


# --8<-- [start:loss]
def L(theta):  # step 2: how bad is the function that theta names?
    return mse(f(theta, X), t)


# --8<-- [end:loss]


# --8<-- [start:search]
def slope(theta, h=1e-4):  # nudge each parameter up and down
    nudges = h * np.eye(len(theta))
    return np.array([L(theta + e) - L(theta - e) for e in nudges]) / (2 * h)


path = gradient_descent(slope, [0.0, 0.0], lr=0.03, steps=5000)  # step 3
for k in (0, 1, 10, 100, 1000, 5000):
    b, w = path[k]
    print(f"step {k:4}  loss {L(path[k]):6.3f}  y = {b:.3f} + {w:.3f} x")
# --8<-- [end:search]
