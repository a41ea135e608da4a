# kind: study
"""Everything into the model, and a penalty on the weights.

Prints CSV: root mean squared errors on the training set and on unseen Pokémon,
the median over the draws and the range that holds 80 % of them.
"""

import numpy as np

from chainrule.data import evolutions
from chainrule.scratch.models import Ridge
from chainrule.scratch.preprocessing import indicator_features

# --8<-- [start:everything]


def everything(X, species):
    """Lines and parabolas for each species, and squares of the rest."""
    cp = X[:, :1]
    own = indicator_features(np.column_stack([cp, cp**2]), species, range(3))
    return np.column_stack([own, X[:, 1:], X[:, 1:] ** 2])


# --8<-- [end:everything]


# --8<-- [start:study]
DRAWS = 400
alphas = (0, 0.0001, 0.001, 0.01, 0.1, 1, 10, 100)
columns = "training,training_low,training_high,test,low,high"
print(f"samples,features,lambda,{columns}")
for samples in (16, 60):
    errors = []
    for seed in range(DRAWS):
        X, species, t = evolutions(samples + 1000, seed)
        Z, fit = everything(X, species), slice(samples)
        scale = Z[fit].std(axis=0)
        Z = (Z - Z[fit].mean(axis=0)) / np.where(scale > 0, scale, 1)
        for alpha in alphas:
            model = Ridge(alpha).fit(Z[fit], t[fit])
            square = (model.predict(Z) - t) ** 2
            errors.append((square[fit].mean(), square[samples:].mean()))
    errors = np.sqrt(errors).reshape(DRAWS, len(alphas), 2)
    for i, alpha in enumerate(alphas):
        numbers = np.quantile(errors[:, i], [0.5, 0.1, 0.9], axis=0)
        shown = ",".join(f"{x:.1f}" for x in numbers.T.ravel())
        print(f"{samples},{Z.shape[1]},{alpha},{shown}")
# --8<-- [end:study]
