# kind: exact
"""One sample of class 1, twelve of class 2, and a question."""

import numpy as np

from chainrule.scratch.models import BernoulliNB

# --8<-- [start:thirteen]
X = np.array([[1, 1]] + 4 * [[1, 0]] + 4 * [[0, 1]] + 4 * [[0, 0]])
y = np.array([1] + 12 * [2])
question = [[1, 1]]


def ask(what, model, X=X, y=y):
    p = model.fit(X, y).predict_proba(question)[0, 0]
    print(f"{what:22} {p:.4f}")


print("P(C1 | 1, 1)")
ask("shares as they are", BernoulliNB(alpha=0))
ask("Laplace, alpha = 1", BernoulliNB())
ask("equal priors", BernoulliNB(alpha=0, priors=[0.5, 0.5]))
ask("the data 1000 times", BernoulliNB(), np.tile(X, (1000, 1)), 1000 * [*y])

same = X.all(axis=1)  # nothing assumed
p = np.mean(y[same] == 1)
print(f"{'joint table':22} {p:.4f}")
# --8<-- [end:thirteen]
