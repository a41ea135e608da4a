# kind: numeric
"""The strength of ridge regression, chosen by folds; then one test."""

# --8<-- [start:data]
import numpy as np
from sklearn.datasets import load_diabetes

from chainrule.scratch.models import Ridge
from chainrule.training import KFold, cross_validate

X, t = load_diabetes(return_X_y=True, scaled=False)  # 442 patients
i, j = np.triu_indices(10)
X = np.column_stack([X, X[:, i] * X[:, j]])  # 10 features, 55 products
order = np.random.default_rng(0).permutation(len(t))
test, rest = order[:100], order[100:]  # put aside before anything else
# --8<-- [end:data]


# --8<-- [start:choose]
def errors(alpha, train, held_out):
    """Squared errors of a model that has seen the rows of train alone."""
    mean, scale = X[train].mean(axis=0), X[train].std(axis=0)
    Z = (X - mean) / scale
    model = Ridge(alpha).fit(Z[train], t[train])  # a new one each time
    return (model.predict(Z[held_out]) - t[held_out]) ** 2


scores = {}
for alpha in (0.1, 1, 10, 100, 1000):

    def fit_and_score(train, held_out, alpha=alpha):
        return errors(alpha, rest[train], rest[held_out]).mean()

    found = cross_validate(fit_and_score, KFold(5).split(rest), progress=False)
    scores[alpha] = found.mean
    print(f"{alpha:6}: {found.mean:.0f} ± {found.standard_error:.0f}")

best = min(scores, key=scores.get)
final = errors(best, rest, test)  # fitted to all the rest, tested once
se = final.std(ddof=1) / len(final) ** 0.5
print(f"handed in: {best}; on the test set {final.mean():.0f} ± {se:.0f}")
# --8<-- [end:choose]
