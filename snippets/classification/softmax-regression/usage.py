# kind: exact
"""Three kinds of wine from two measurements."""

from chainrule.scratch.models import SoftmaxRegression

# --8<-- [start:usage]
import numpy as np
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression as Theirs

data = load_wine()
wine, kind = data.data[:, [0, 6]], data.target  # alcohol, flavanoids
wine = (wine - wine.mean(axis=0)) / wine.std(axis=0)

model = SoftmaxRegression().fit(wine, kind)
print("W after", model.n_iter_, "steps:")
print(model.W_.round(3))
print("b =", model.b_.round(3))
print("accuracy", np.mean(model.predict(wine) == kind).round(4))
print("sums  ", model.predict_proba(wine).sum(axis=0).round(6))
print("counts", np.bincount(kind))
theirs = Theirs(C=np.inf, solver="newton-cholesky", tol=1e-9).fit(wine, kind)
print("scikit-learn, shifted to the mean 0:")
print((theirs.coef_ - theirs.coef_.mean(axis=0)).round(3))
# --8<-- [end:usage]
