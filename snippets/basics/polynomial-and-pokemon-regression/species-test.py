# kind: study
"""Four function sets on synthetic Pokémon: 30 to fit, 1000 to test.

Prints CSV: root mean squared errors, mean and standard deviation of the draws.
"""

import numpy as np

from chainrule.data import evolutions
from chainrule.scratch.models import IndicatorRegression, PolynomialRegression

# --8<-- [start:test]


def rms(model, X, t, *species):
    return np.sqrt(np.mean((model.predict(X, *species) - t) ** 2))


results = {"line": [], "parabola": [], "degree 5": [], "species": []}
for seed in range(20):
    X, species, t = evolutions(1030, seed)
    X = X[:, :1]  # CP alone
    fit, test = slice(30), slice(30, None)
    for name, degree in ("line", 1), ("parabola", 2), ("degree 5", 5):
        model = PolynomialRegression(degree).fit(X[fit], t[fit])
        pair = [rms(model, X[part], t[part]) for part in (fit, test)]
        results[name].append(pair)
    model = IndicatorRegression().fit(X[fit], t[fit], species[fit])
    pair = [rms(model, X[s], t[s], species[s]) for s in (fit, test)]
    results["species"].append(pair)
print("functions,training,training_std,test,test_std")
for name, pairs in results.items():
    mean, spread = np.mean(pairs, axis=0), np.std(pairs, axis=0, ddof=1)
    numbers = np.transpose([mean, spread]).ravel()
    print(name, *(f"{x:.1f}" for x in numbers), sep=",")
# --8<-- [end:test]
