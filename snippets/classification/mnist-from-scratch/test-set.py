# kind: study
"""Choosing by the test set, two hundred times.

Sixty models that only luck tells apart: each learns from 200 samples of its own
draw. Half of the test set chooses one; the other half says how good it is.
Prints CSV: mean accuracies of all models, of the best where it was chosen, and
of the same one elsewhere; and in points what was gained and what was luck.
"""

from chainrule.data import Loader, split
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer

# --8<-- [start:choose]
import numpy as np
from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)
rest, (X_test, t_test) = split(X / 16, t, 359)


def right(seed):
    """Which test samples a model reads that learned from 200 others."""
    _, part = split(*rest, 200, seed)
    model = SoftmaxClassifier(64, 10, float)
    optimizer = MomentumSGD(model.params, 0.1, 0.9)
    loader = Loader(*part, 20, seed)
    Trainer(model, CrossEntropyLoss(), optimizer, loader).train(10)
    return model.predict(X_test) == t_test


table = np.array([right(seed) for seed in range(60)])  # (60, 359)
rng, chosen = np.random.default_rng(0), []
for _ in range(200):
    order = rng.permutation(359)
    one, other = table[:, order[:180]], table[:, order[180:]]
    best = one.mean(axis=1).argmax()
    chosen.append((one[best].mean(), other[best].mean()))
seen, fresh = np.mean(chosen, axis=0)
gained, luck = 100 * (seen - table.mean()), 100 * (seen - fresh)
print("all,chosen,elsewhere,gained,luck")
print(f"{table.mean():.3f},{seen:.3f},{fresh:.3f},{gained:.1f},{luck:.1f}")
# --8<-- [end:choose]
