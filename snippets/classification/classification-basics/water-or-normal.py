# kind: study
"""Water or normal? Three linear classifiers on new Pokémon.

Prints CSV: the share of right answers on 1,400 new Pokémon, the mean over
twenty training sets and the standard deviation.
"""

import warnings


import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import DualSVM, LeastSquaresClassifier, Perceptron

# --8<-- [start:types]
# No line separates the types, and the perceptron says so every time.
warnings.filterwarnings("ignore", ".*Perceptron did not converge")
models = {
    "least squares": LeastSquaresClassifier(),
    "perceptron": Perceptron(max_iter=20),
    "perceptron shuffled": Perceptron(max_iter=20),
    "SVM": DualSVM(C=0.1, tol=1e-4),
}
print("model,features,right,sd")
for columns in ([3, 5], [1, 2, 3, 4, 5, 6]):
    right = {name: [] for name in models}
    for seed in range(20):
        X, y = pokemon_stats(seed=seed)
        new, truth = pokemon_stats(samples=(790, 610), seed=1000 + seed)
        X, new = X[:, columns], new[:, columns]
        new = (new - X.mean(axis=0)) / X.std(axis=0)
        X = (X - X.mean(axis=0)) / X.std(axis=0)
        for name, model in models.items():
            if (
                name == "perceptron shuffled"
            ):  # the water ones no longer come first
                order = np.random.default_rng(seed).permutation(len(y))
                X, y = X[order], y[order]
            right[name].append(np.mean(model.fit(X, y).predict(new) == truth))
    for name, share in right.items():
        cells = f"{np.mean(share):.3f}", f"{np.std(share):.3f}"
        print(name, len(columns), *cells, sep=",")
# --8<-- [end:types]
