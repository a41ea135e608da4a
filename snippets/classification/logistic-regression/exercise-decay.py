# kind: study
"""Solution: how much weight decay, judged by tumours not trained on.

Prints CSV: for each weight decay the share of wrong answers and the loss on
the tumours put aside, mean and standard deviation over the splits.
"""

from chainrule.scratch.models import LogisticRegression

# --8<-- [start:solution]
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

SPLITS = 20
data = load_breast_cancer()


def judged(decay, seed):
    """Share of errors and loss on the tumours put aside."""
    X, X_test, t, t_test = train_test_split(
        data.data, data.target, stratify=data.target, random_state=seed
    )
    mean, std = X.mean(axis=0), X.std(axis=0)
    model = LogisticRegression(decay).fit((X - mean) / std, t)
    p = model.predict_proba((X_test - mean) / std)
    p = p[np.arange(len(t_test)), t_test]
    return np.mean(p < 0.5), -np.log(p).mean()


print("decay,wrong,wrong_sd,loss,loss_sd")
for decay in (1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-6):
    runs = np.array([judged(decay, seed) for seed in range(SPLITS)])
    (wrong, loss), (wrong_sd, loss_sd) = runs.mean(axis=0), runs.std(axis=0)
    row = wrong, wrong_sd, loss, loss_sd
    print(f"{decay:.0e}", *(f"{x:.3f}" for x in row), sep=",")
# --8<-- [end:solution]
