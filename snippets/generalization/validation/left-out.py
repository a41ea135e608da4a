# kind: numeric
"""Leave-one-out by 342 fits and by one."""

# --8<-- [start:left-out]
import numpy as np
from sklearn.datasets import load_diabetes

from chainrule.scratch.models import Ridge
from chainrule.scratch.models.regression import left_out
from chainrule.training import KFold, cross_validate

X, t = load_diabetes(return_X_y=True)
X, t = 20 * X[:342], t[:342]
for alpha in (0, 10, 100):

    def squared_error(train, held_out, alpha=alpha):
        model = Ridge(alpha).fit(X[train], t[train])
        return np.mean((model.predict(X[held_out]) - t[held_out]) ** 2)

    folds = KFold(len(t)).split(X)  # each sample is a fold
    loop = cross_validate(squared_error, folds, progress=False).mean
    one = np.mean((left_out(X, t, alpha) - t) ** 2)
    print(f"alpha = {alpha:3}: loop {loop:.6f}, one fit {one:.6f}")
# --8<-- [end:left-out]
