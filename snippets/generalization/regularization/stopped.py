# kind: study
"""Early stopping beside ridge regression, on the progress of diabetes.

442 patients, 10 measurements and their products: 65 features. Gradient descent
from zero and ridge regression, on 100 patients; another 100 choose the step
or the strength. Prints CSV: the mean squared error on the other patients over
that of ridge, median, lowest and highest of the splits: of ridge, of the
stopped descent, of a penalty 1 / (rate * steps), and of least squares; the
medians of the steps and of steps * rate * strength.
"""

# --8<-- [start:data]
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import PolynomialFeatures

SPLITS, TRAIN, HELD = 30, 100, 100
STEPS = np.unique(np.geomspace(1, 1e6, 60).astype(int))
STRENGTHS = np.geomspace(1e-3, 1e3, 60)
X, t = load_diabetes(return_X_y=True)
X = PolynomialFeatures(2, include_bias=False).fit_transform(X / X.std(axis=0))


def parts(seed):
    """Training, held-out and test data, scaled by the training data's."""
    rows = np.random.default_rng(seed).permutation(len(t))
    rows = np.split(rows, [TRAIN, TRAIN + HELD])
    mean, scale = X[rows[0]].mean(axis=0), X[rows[0]].std(axis=0)
    middle = t[rows[0]].mean()
    return [((X[r] - mean) / scale, t[r] - middle) for r in rows]


# --8<-- [end:data]


# --8<-- [start:ways]
def ways(A, b):
    """(rate, eigenvalues, function of filter factors) of the training data."""
    h, Q = np.linalg.eigh(A.T @ A / len(b))
    kept = h > 1e-10 * h[-1]
    h, Q = h[kept], Q[:, kept]
    fitted = Q.T @ (A.T @ b) / len(b) / h  # least squares, along the axes

    def weights(factors):
        return Q @ (factors * fitted)

    return 1 / h[-1], h, weights


def stopped(h, rate, k):
    return 1 - (1 - rate * h) ** k  # (30.10)


def ridge(h, strength):
    return h / (h + strength)  # (30.3)


# --8<-- [end:ways]


# --8<-- [start:compare]
def error(w, data):
    A, b = data
    return np.square(A @ w - b).mean()


def compare(seed):
    """Test errors of the four, the step, and step * rate * strength."""
    train, held, test = parts(seed)
    rate, h, weights = ways(*train)
    by_step = [weights(stopped(h, rate, k)) for k in STEPS]
    by_strength = [weights(ridge(h, s)) for s in STRENGTHS]
    k = np.argmin([error(w, held) for w in by_step])
    s = np.argmin([error(w, held) for w in by_strength])
    same = weights(ridge(h, 1 / (rate * STEPS[k])))
    found = by_strength[s], by_step[k], same, weights(np.ones(len(h)))
    product = STEPS[k] * rate * STRENGTHS[s]
    return [*(error(w, test) for w in found), STEPS[k], product]


def main():
    runs = np.array([compare(seed) for seed in range(SPLITS)])
    print("way,error,median,low,high")
    for i, way in enumerate(("ridge", "stopped", "same", "least squares")):
        ratio = runs[:, i] / runs[:, 0]
        cells = np.median(ratio), ratio.min(), ratio.max()
        shown = [f"{x:.3f}" for x in cells]
        print(way, f"{np.median(runs[:, i]):.0f}", *shown, sep=",")
    for i, name in ((4, "step"), (5, "step * rate * strength")):
        cells = np.median(runs[:, i]), runs[:, i].min(), runs[:, i].max()
        print(name, "", *(f"{x:.3g}" for x in cells), sep=",")


# --8<-- [end:compare]
if __name__ == "__main__":
    main()
