# kind: study, tested with SETS=10
"""Labels thrown with a coin: what do folds say that were prepared wrongly?

Prints CSV: what was done before the folds were cut (and, as the second of each
pair, inside of them or with whole groups); the mean of 5-fold accuracies over
the data sets, the lowest and the highest.
"""

# --8<-- [start:models]
import numpy as np

from chainrule.training import GroupKFold, KFold, cross_validate

SETS, SAMPLES, FEATURES, KEPT = 40, 60, 1000, 10


def nearest_mean(X, y, Z):
    """The class whose mean is nearer, for each row of Z."""
    to = [np.sum((Z - X[y == c].mean(axis=0)) ** 2, axis=1) for c in (0, 1)]
    return (to[1] < to[0]).astype(int)


def nearest_sample(X, y, Z):
    """The class of the nearest sample."""
    gaps = np.sum((Z[:, None] - X) ** 2, axis=2)
    return y[gaps.argmin(axis=1)]


def scale(X, y):
    """All features, standardized by these rows."""
    mean, deviation = X.mean(axis=0), X.std(axis=0)
    return lambda Z: (Z - mean) / deviation


def strongest(X, y):
    """The few features whose means differ most between the classes."""
    apart = np.abs(X[y == 1].mean(axis=0) - X[y == 0].mean(axis=0))
    kept = np.argsort(apart)[-KEPT:]
    return lambda Z: Z[:, kept]


# --8<-- [end:models]


# --8<-- [start:study]
def accuracy(X, y, classify, folds, prepare=None, before=False):
    """Mean accuracy; prepare sees the training rows, or before all rows."""

    def fit_and_score(train, held):
        rows = np.arange(len(y)) if before else train
        change = prepare(X[rows], y[rows]) if prepare else lambda Z: Z
        guess = classify(change(X[train]), y[train], change(X[held]))
        return np.mean(guess == y[held])

    return cross_validate(fit_and_score, folds, progress=False).mean


def run(seed):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(SAMPLES, FEATURES)) * rng.uniform(1, 9, FEATURES)
    y = rng.permutation(np.arange(SAMPLES) % 2)
    found = {}
    for name, prepare in (("scale", scale), ("features", strongest)):
        for before in (True, False):
            folds = KFold(5).split(X)
            place = "before" if before else "inside"
            found[name, place] = accuracy(
                X, y, nearest_mean, folds, prepare, before
            )
    few = X[:, :20]  # each sample twice, as from one patient
    twice = np.repeat(few, 2, axis=0) + rng.normal(size=(2 * SAMPLES, 20)) / 9
    labels, who = np.repeat(y, 2), np.repeat(np.arange(SAMPLES), 2)
    shuffled = KFold(5, shuffle=True, random_state=seed).split(twice)
    whole = GroupKFold(5).split(twice, groups=who)
    for place, folds in (("torn", shuffled), ("whole", whole)):
        found["copies", place] = accuracy(twice, labels, nearest_sample, folds)
    return found


def main():
    runs = [run(seed) for seed in range(SETS)]
    print("what,how,accuracy,low,high")
    for key in runs[0]:
        all_ = [found[key] for found in runs]
        cells = [f"{x:.3f}" for x in (np.mean(all_), min(all_), max(all_))]
        print(*key, *cells, sep=",")


# --8<-- [end:study]
if __name__ == "__main__":
    main()
