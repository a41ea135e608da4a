# kind: study
"""Lines fitted with three losses, with and without one wild target.

Prints CSV: mean and standard deviation of the weight over the data sets.
"""

import numpy as np

from chainrule.scratch.nn import huber_gradient
from chainrule.scratch.optim import gradient_descent

# --8<-- [start:fits]
from sklearn.linear_model import QuantileRegressor

from chainrule.scratch.models.regression import least_squares, predict


def fit_mae(X, t):  # the median: half of the targets above the line
    model = QuantileRegressor(quantile=0.5, alpha=0).fit(X, t)
    return model.coef_, model.intercept_


def fit_huber(X, t):
    def grad(theta):
        slope = huber_gradient(predict(X, theta[1:], theta[0]), t)
        return np.array([slope.sum(), *(X.T @ slope)])  # chain rule

    theta = gradient_descent(grad, np.zeros(2), lr=0.5, steps=600)[-1]
    return theta[1:], theta[0]


fits = {"MSE": least_squares, "MAE": fit_mae, "Huber": fit_huber}
found = {name: [] for name in fits}
for seed in range(40):
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1.7, 1.7, size=(20, 1))
    t = 1 + 2 * X[:, 0] + 0.5 * rng.normal(size=20)  # true weight 2
    wild = t.copy()
    wild[X[:, 0].argmax()] -= 15  # one slip, at the right end
    for name, fit in fits.items():
        found[name].append([fit(X, targets)[0][0] for targets in (t, wild)])
print("loss,clean,clean_std,slip,slip_std")
for name, weights in found.items():
    clean, slip = np.transpose(weights)
    numbers = clean.mean(), clean.std(), slip.mean(), slip.std()
    print(name, *(f"{x:.2f}" for x in numbers), sep=",")
# --8<-- [end:fits]
