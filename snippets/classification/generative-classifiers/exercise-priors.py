# kind: exact
"""Exercise: the same densities where water types are rare."""

from chainrule.data import pokemon_stats
from chainrule.scratch.models import LinearDiscriminantAnalysis

# --8<-- [start:solution]
six = slice(1, None)
X, y = pokemon_stats(samples=(790, 790), seed=1)
new_X, new_y = pokemon_stats(samples=(1000, 9000), seed=2)
for priors in (None, [0.9, 0.1]):  # of normal and water
    model = LinearDiscriminantAnalysis(priors).fit(X[:, six], y)
    right = model.score(new_X[:, six], new_y)
    w, b = model.coef_[0], model.intercept_[0]
    print(model.priors_, f"w_1 = {w[0]:.4f}, b = {b:.3f}, right {right:.3f}")
# --8<-- [end:solution]
