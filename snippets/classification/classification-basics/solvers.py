# kind: exact
"""One objective, four solvers, and what each does with the intercept."""

import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import DualSVM, LinearSVM
from chainrule.scratch.models.linear.linear_svm import objective

# --8<-- [start:solvers]
from sklearn.svm import SVC, LinearSVC

X, y = pokemon_stats()
X = X[:, [3, 5]] / 20  # defense, sp. defense; not centred
t = np.where(y == "water", 1, -1)

dual = DualSVM(C=0.1).fit(X, y)
primal = LinearSVM(C=0.1, steps=20_000).fit(X, y)
svc = SVC(kernel="linear", C=0.1, tol=1e-8).fit(X, y)
linear = LinearSVC(loss="hinge", C=0.1, max_iter=10**6).fit(X, y)
for name, w, b in (
    ("DualSVM", dual.w_, dual.b_),
    ("LinearSVM", primal.w_, primal.b_),
    ("SVC", svc.coef_[0], svc.intercept_[0]),
    ("LinearSVC", linear.coef_[0], linear.intercept_[0]),
):
    E = objective(X, t, w, b, 0.1)
    print(f"{name:9}  w {w.round(3)}  b {b:6.3f}  E {E:.4f}")

few = DualSVM(C=0.1).fit(X[dual.support_], y[dual.support_])
print(f"without the {len(X) - len(dual.support_)} others: ", end="")
print(f"w {few.w_.round(3)}  b {few.b_:6.3f}")
# --8<-- [end:solvers]
