# kind: study
"""Exercise: choosing inside the folds, and what was chosen by the same folds.

Prints CSV: the mean over data sets of the best of 30 models' scores by five
folds, and of the score by outer folds that choose anew among the 30 by inner
ones; the lowest and the highest of each.
"""

# --8<-- [start:solution]
import numpy as np

from chainrule.training import KFold, cross_validate

SETS, SAMPLES, MODELS = 20, 60, 30


def right(X, y, kept, train, held_out):
    """Accuracy of the nearest mean, by the features kept."""
    Z = X[:, kept]
    to = [((Z - Z[train][y[train] == c].mean(axis=0)) ** 2) for c in (0, 1)]
    guess = to[1].sum(axis=1) < to[0].sum(axis=1)
    return np.mean(guess[held_out] == y[held_out])


def best(X, y, models, rows):
    """Number and score of the best model, by five folds of these rows."""
    scores = []
    for kept in models:

        def score(train, held_out, kept=kept):
            return right(X, y, kept, rows[train], rows[held_out])

        folds = KFold(5).split(rows)
        scores.append(cross_validate(score, folds, progress=False).mean)
    return int(np.argmax(scores)), max(scores)


found = []
for seed in range(SETS):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(SAMPLES, 90)), rng.integers(2, size=SAMPLES)
    models = rng.permutation(90).reshape(MODELS, 3)  # three features each

    def choose_and_score(train, held_out, X=X, y=y, models=models):
        chosen, _ = best(X, y, models, train)
        return right(X, y, models[chosen], train, held_out)

    _, same = best(X, y, models, np.arange(SAMPLES))
    outer = cross_validate(choose_and_score, KFold(5).split(X), progress=False)
    found.append((same, outer.mean))

print("folds,accuracy,low,high")
for name, scores in zip(("same", "nested"), np.transpose(found), strict=True):
    cells = np.mean(scores), np.min(scores), np.max(scores)
    print(name, *(f"{cell:.3f}" for cell in cells), sep=",")
# --8<-- [end:solution]
