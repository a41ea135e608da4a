# kind: study
"""Own, shared and diagonal covariance on synthetic Pokémon.

Prints CSV: per cent right, the mean over thirty training sets and the standard
deviation, on the training set and on new samples.
"""

import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import (
    GaussianNB,
    LinearDiscriminantAnalysis,
    QuadraticDiscriminantAnalysis,
)

# --8<-- [start:accuracies]
models = (
    QuadraticDiscriminantAnalysis(),
    LinearDiscriminantAnalysis(),
    GaussianNB(),
)


def accuracies(columns, samples, seeds=30):
    """In percent (seeds, models, 2): on the training set, on new ones."""
    found = []
    for seed in range(seeds):
        X, y = pokemon_stats(samples=samples, seed=seed)
        new_X, new_y = pokemon_stats(samples=(790, 610), seed=1000 + seed)
        X, new_X = X[:, columns], new_X[:, columns]
        fits = [model.fit(X, y) for model in models]
        found.append([[m.score(X, y), m.score(new_X, new_y)] for m in fits])
    return 100 * np.array(found)


print("features,N,data,own,own_sd,shared,shared_sd,naive,naive_sd")
for columns in ([3, 5], [1, 2, 3, 4, 5, 6]):
    for samples in ((16, 12), (79, 61), (790, 610)):
        shares = accuracies(columns, samples)
        for part, name in enumerate(("train", "new")):
            values = shares[:, :, part]
            pairs = zip(values.mean(axis=0), values.std(axis=0), strict=True)
            cells = [f"{number:.1f}" for pair in pairs for number in pair]
            print(len(columns), sum(samples), name, *cells, sep=",")
try:
    models[0].fit(*pokemon_stats())
except ValueError as error:
    print("# 7 features:", str(error).split(".")[0])
# --8<-- [end:accuracies]
