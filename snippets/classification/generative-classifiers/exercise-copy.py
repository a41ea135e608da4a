# kind: exact
"""Exercise: naive Bayes counts a copied feature twice."""

import numpy as np

from chainrule.scratch.models import GaussianNB

# --8<-- [start:solution]
rng = np.random.default_rng(0)
t = np.repeat([0, 1], 500)
x = rng.normal(size=1000) + t  # one feature, centres 1 apart
for copies in (1, 2, 5, 20):
    X = np.tile(x[:, None], copies)
    model = GaussianNB().fit(X, t)
    p = model.predict_proba(X).max(axis=1)
    print(f"{copies:2} copies: right {model.score(X, t):.3f}", end=", ")
    print(f"mean certainty {p.mean():.3f}")
# --8<-- [end:solution]
