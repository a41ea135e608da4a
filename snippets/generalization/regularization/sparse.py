# kind: study
"""Ridge and lasso, where few features matter and where all do.

Prints CSV: how many of 60 true weights are not zero; the loss beyond that of
the true weights, median of the data sets, for ridge and for lasso, each at the
strength that suits 100 held-out samples best; the lowest and highest ratio
lasso / ridge; the weights that are not zero in the lasso.
"""

# --8<-- [start:sparse]
import numpy as np
from sklearn.linear_model import Lasso, Ridge

SEEDS, N, D, NOISE = 20, 40, 60, 1.0
STRENGTHS = np.geomspace(0.02, 10, 13)


def best(models, X, t, held, held_t):
    """The weights (D,) of the model that suits the held-out samples best."""
    fits = [model.fit(X, t) for model in models]
    errors = [np.square(f.predict(held) - held_t).mean() for f in fits]
    return fits[np.argmin(errors)].coef_


def compare(few, seed):
    """The loss beyond the true weights' of both, and the lasso's weights."""
    rng = np.random.default_rng(seed)
    w = np.zeros(D)
    w[:few] = rng.normal(size=few) * 3 / few**0.5  # the same signal
    X, held = rng.normal(size=(N, D)), rng.normal(size=(100, D))
    t, held_t = (A @ w + NOISE * rng.normal(size=len(A)) for A in (X, held))
    ridge = [Ridge(alpha=N * s, fit_intercept=False) for s in STRENGTHS]
    lasso = [Lasso(s, fit_intercept=False, tol=1e-3) for s in STRENGTHS]
    found = [best(models, X, t, held, held_t) for models in (ridge, lasso)]
    return [np.square(v - w).sum() for v in found], np.count_nonzero(found[1])


print("few,ridge,lasso,low,high,kept")
for few in (1, 3, 10, 30, 60):
    runs = [compare(few, seed) for seed in range(SEEDS)]
    beyond = np.array([losses for losses, _ in runs])
    ratio = beyond[:, 1] / beyond[:, 0]
    cells = *np.median(beyond, axis=0), ratio.min(), ratio.max()
    kept = np.median([kept for _, kept in runs])
    print(few, *(f"{x:.2f}" for x in cells), f"{kept:.0f}", sep=",")
# --8<-- [end:sparse]
