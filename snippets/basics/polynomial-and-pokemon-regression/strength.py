# kind: exact
"""Everything into the model, and a price on the weights."""

import numpy as np

from chainrule.data import evolutions
from chainrule.scratch.models.indicator_regression import indicator_features
from chainrule.scratch.models.ridge import Ridge

# --8<-- [start:everything]


def everything(X, species):
    """Lines and parabolas for each species, and squares of the rest."""
    cp = X[:, :1]
    own = indicator_features(np.column_stack([cp, cp**2]), species, range(3))
    return np.column_stack([own, X[:, 1:], X[:, 1:] ** 2])


# --8<-- [end:everything]


# --8<-- [start:study]
alphas = (0, 0.001, 0.01, 0.1, 1, 10, 100)
for samples in (16, 60):
    errors = []
    for seed in range(100):
        X, species, t = evolutions(samples + 1000, seed)
        Z, fit = everything(X, species), slice(samples)
        scale = Z[fit].std(axis=0)
        Z = (Z - Z[fit].mean(axis=0)) / np.where(scale > 0, scale, 1)
        for alpha in alphas:
            model = Ridge(alpha).fit(Z[fit], t[fit])
            square = (model.predict(Z) - t) ** 2
            errors.append((square[fit].mean(), square[samples:].mean()))
    errors = np.sqrt(errors).reshape(100, len(alphas), 2)
    print(f"{samples} samples for {Z.shape[1]} features, 100 draws")
    print("  lambda  training     test   (10% to 90% of the draws)")
    for i, alpha in enumerate(alphas):
        training, test = np.median(errors[:, i], axis=0)
        low, high = np.quantile(errors[:, i, 1], [0.1, 0.9])
        print(
            f"{alpha:8}  {training:8.1f} {test:8.1f}"
            f"   ({low:.0f} to {high:.0f})"
        )
# --8<-- [end:study]
