# kind: study
"""Cross-entropy and squared error from starts far from the minimum.

Prints CSV: for each start, loss and rate how many of the 40 runs end with
over a fifth of the samples wrong, the median and the largest share of wrong
ones, and the angles in degrees to the boundary of maximum likelihood.
"""

from chainrule.scratch.nn import sigmoid

# --8<-- [start:stuck]
import numpy as np

SETS, STEPS = 40, 1000
t = np.repeat([0, 1], 50)
A, far = np.ones((SETS, 100, 3)), np.empty((SETS, 3))
for seed in range(SETS):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(100, 2)) + 2 * t[:, None]  # centres 2.8 apart
    A[seed, :, 1:] = X - X.mean(axis=0)
    far[seed] = 10 * rng.normal(size=3)


def descend(loss, theta, lr):
    """All data sets at once; theta (SETS, 3) holds b, w1 and w2."""
    for _ in range(STEPS):
        y = sigmoid(np.einsum("snj,sj->sn", A, theta))
        slope = y - t  # dE/dz of a sample
        if loss == "squared error":
            slope = 2 * slope * y * (1 - y)  # (8.12)
        theta = theta - lr * np.einsum("sn,snj->sj", slope, A) / 100
    return theta


zero = np.zeros_like(far)
best = descend("cross-entropy", zero, 1.0)
print("start,loss,lr,stuck,wrong,most,angle,largest")
for start, name, rates in (
    (far, "far", (0.1, 1, 10, 100, 1e3, 1e4, 1e5)),
    (zero, "zero", (1, 10)),
):
    for loss in ("cross-entropy", "squared error"):
        for lr in rates:
            theta = descend(loss, start, lr)
            z = np.einsum("snj,sj->sn", A, theta)
            wrong = ((z > 0) != t).mean(axis=1)
            row = [(wrong > 0.2).sum(), f"{np.median(wrong):.3f}", wrong.max()]
            w, v = theta[:, 1:], best[:, 1:]
            cosine = (w * v).sum(axis=1)
            cosine /= np.linalg.norm(w, axis=1) * np.linalg.norm(v, axis=1)
            angle = np.degrees(np.arccos(cosine.clip(-1, 1)))
            row += [f"{x:.1f}" for x in (np.median(angle), angle.max())]
            print(name, loss, f"{lr:g}", *row, sep=",")
# --8<-- [end:stuck]
