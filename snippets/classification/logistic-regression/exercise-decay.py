# kind: exact
"""Solution: how much weight decay, judged by tumours not trained on."""

from chainrule.scratch.models.logistic_regression import LogisticRegression

# --8<-- [start:solution]
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

data = load_breast_cancer()
decays = (1e-1, 1e-2, 1e-3, 1e-4, 1e-6)
wrong = np.zeros((len(decays), 20))
surprise = np.zeros((len(decays), 20))
for seed in range(20):
    X, X_test, t, t_test = train_test_split(
        data.data, data.target, stratify=data.target, random_state=seed
    )
    mean, std = X.mean(axis=0), X.std(axis=0)
    X, X_test = (X - mean) / std, (X_test - mean) / std
    for i, decay in enumerate(decays):
        model = LogisticRegression(decay).fit(X, t)
        p = model.predict_proba(X_test)[np.arange(len(t_test)), t_test]
        wrong[i, seed] = np.mean(p < 0.5)
        surprise[i, seed] = -np.log(p).mean()
for decay, w, s in zip(decays, wrong, surprise, strict=True):
    print(f"{decay:.0e}: {w.mean():.1%} ± {w.std():.1%} wrong, ", end="")
    print(f"loss {s.mean():.3f} ± {s.std():.3f}")
# --8<-- [end:solution]
