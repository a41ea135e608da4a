# kind: exact
"""Two features, two Gaussians, one posterior."""

from chainrule.data import pokemon_stats
from chainrule.scratch.models import QuadraticDiscriminantAnalysis

# --8<-- [start:classify]
X, y = pokemon_stats()
two = X[:, [3, 5]]  # defense, special defense
model = QuadraticDiscriminantAnalysis().fit(two, y)
print(model.classes_, "priors", model.priors_.round(3))
for x in ([80, 90], [55, 60]):
    p = model.predict_proba([x])[0]
    print(x, "P(water | x) =", p[1].round(3), *model.predict([x]))
print("right on the training set:", round(model.score(two, y), 3))
# --8<-- [end:classify]
