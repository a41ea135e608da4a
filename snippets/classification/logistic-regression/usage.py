# kind: exact
"""Two features of 569 tumours, and scikit-learn's answer beside ours."""

from chainrule.scratch.models import LogisticRegression

# --8<-- [start:usage]
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression as Theirs

data = load_breast_cancer()
tumours = data.data[:, :2]  # mean radius and mean texture
tumours = (tumours - tumours.mean(axis=0)) / tumours.std(axis=0)
kind = np.where(data.target == 0, "malignant", "benign")

model = LogisticRegression().fit(tumours, kind)
print(model.classes_, "after", model.n_iter_, "steps")
print("w =", model.w_.round(4), " b =", round(model.b_, 4))
print("odds times", np.exp(model.w_).round(2))
print("accuracy", round(np.mean(model.predict(tumours) == kind), 4))
print(
    "sum of probabilities", round(model.predict_proba(tumours)[:, 1].sum(), 6)
)
print("malignant tumours   ", sum(kind == "malignant"))
theirs = Theirs(C=np.inf, tol=1e-10, max_iter=1000).fit(tumours, kind)
print("scikit-learn", theirs.coef_[0].round(4), theirs.intercept_.round(4))
# --8<-- [end:usage]
