# kind: study, tested with SETS=100
"""Eight polynomials, three ways to choose one of them.

Prints CSV: the way; in how many of the sets it chose the degree whose error on
new data is lowest; the median of that error for the chosen degree over the
lowest one; the score of the chosen degree and its true error, means over the
sets, and in how many sets the score is the lower one; then, of degree 5 alone,
the means of its scores and of its true errors, and the standard deviation of
the logarithm of their ratio.
"""

# --8<-- [start:ways]
import numpy as np

from chainrule.scratch.models.regression import left_out
from chainrule.scratch.preprocessing import powers
from chainrule.training import KFold, cross_validate

SETS, SAMPLES, NOISE, DEGREES = 400, 40, 0.5, range(1, 9)
grid = np.cos(np.linspace(0, np.pi, 201))  # denser towards the ends


def fit(x, t, degree):
    """The polynomial of least squares, as a function."""
    return np.polynomial.Polynomial.fit(x, t, degree, domain=[-1, 1])


def one_split(x, t, degree, rows):
    """A fifth is held out."""
    held, train = np.split(rows, [len(rows) // 5])
    return np.mean((fit(x[train], t[train], degree)(x[held]) - t[held]) ** 2)


def five_folds(x, t, degree, rows):
    def fit_and_score(train, held):
        train, held = rows[train], rows[held]
        y = fit(x[train], t[train], degree)(x[held])
        return np.mean((y - t[held]) ** 2)

    folds = KFold(5).split(rows)
    return cross_validate(fit_and_score, folds, progress=False).mean


def leave_one_out(x, t, degree, rows):
    return np.mean((left_out(powers(x, degree), t) - t) ** 2)  # (29.6)


# --8<-- [end:ways]


# --8<-- [start:study]
WAYS = one_split, five_folds, leave_one_out


def run(seed):
    """Scores (ways, degrees) and true errors (degrees,) of one data set."""
    rng = np.random.default_rng(seed)
    x = np.cos(rng.uniform(0, np.pi, SAMPLES))
    t = np.sin(4 * x) + NOISE * rng.normal(size=SAMPLES)
    rows = rng.permutation(SAMPLES)
    scores = [[way(x, t, d, rows) for d in DEGREES] for way in WAYS]
    misses = [fit(x, t, d)(grid) - np.sin(4 * grid) for d in DEGREES]
    return np.array(scores), NOISE**2 + np.mean(np.square(misses), axis=1)


def main():
    runs = [run(seed) for seed in range(SETS)]
    truth, at = np.array([true for _, true in runs]), np.arange(SETS)
    fifth = DEGREES.index(5)
    print("way,best,over,score,true,lower,fixed,fixed_true,off")
    for k, way in enumerate(WAYS):
        score = np.array([scores[k] for scores, _ in runs])
        chosen = score.argmin(axis=1)
        won, got = score[at, chosen], truth[at, chosen]
        cells = [
            np.mean(chosen == truth.argmin(axis=1)),
            np.median(got / truth.min(axis=1)),
            won.mean(),
            got.mean(),
            np.mean(won < got),
            score[:, fifth].mean(),
            truth[:, fifth].mean(),
            np.std(np.log(score / truth)[:, fifth]),
        ]
        print(way.__name__, *(f"{cell:.3f}" for cell in cells), sep=",")


# --8<-- [end:study]
if __name__ == "__main__":
    main()
