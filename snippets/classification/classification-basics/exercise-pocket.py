# kind: study
"""Exercise: of all weights that the perceptron met, keep the best.

Prints CSV: the share of right answers on new Pokémon, the mean over twenty
training sets and the standard deviation.
"""

import warnings


import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import Perceptron

# --8<-- [start:solution]
warnings.filterwarnings("ignore", ".*Perceptron did not converge")
rows = []
for seed in range(20):
    X, y = pokemon_stats(seed=seed)
    new, truth = pokemon_stats(samples=(790, 610), seed=1000 + seed)
    mean, std = X[:, 1:].mean(axis=0), X[:, 1:].std(axis=0)
    X, new = (X[:, 1:] - mean) / std, (new[:, 1:] - mean) / std
    order = np.random.default_rng(seed).permutation(len(y))
    X, y = X[order], y[order]
    model = Perceptron(max_iter=20).fit(X, y)
    last = np.mean(model.predict(new) == truth)
    z = X @ model.path_[:, 1:].T + model.path_[:, 0]  # (N, all weights)
    right = np.mean((z > 0) == (y == "water")[:, None], axis=0)
    model.b_, *model.w_ = model.path_[right.argmax()]
    rows.append([last, np.mean(model.predict(new) == truth)])
mean, std = np.mean(rows, axis=0), np.std(rows, axis=0)
print("weights,right,sd")
print(f"the last,{mean[0]:.3f},{std[0]:.3f}")
print(f"in the pocket,{mean[1]:.3f},{std[1]:.3f}")
# --8<-- [end:solution]
