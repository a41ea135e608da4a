# kind: study
"""One pair at a time or all pairs at once, in a world that may change."""

# --8<-- [start:online]
import numpy as np

SEEDS, T = 20, 400
rng = np.random.default_rng(0)
x = rng.normal(size=(SEEDS, T))
noise = 0.5 * rng.normal(size=(SEEDS, T))


def online(t, lr, mu=0.0):
    """Squared error of each prediction, made before its target is seen."""
    w, m, errors = np.zeros(SEEDS), np.zeros(SEEDS), []
    for x_t, t_t in zip(x.T, t.T, strict=True):
        error = w * x_t - t_t
        errors.append(error**2)
        m = mu * m - lr * error * x_t
        w = w + m
    return np.array(errors).T


def offline(t):
    """The same, by the least squares fit to all pairs seen so far."""
    w = np.cumsum(x * t, axis=1) / np.cumsum(x**2, axis=1)
    before = np.hstack([np.zeros((SEEDS, 1)), w[:, :-1]])
    return (before * x - t) ** 2


slopes = {"slope stays 1": np.ones(T), "slope flips": np.ones(T)}
slopes["slope flips"][T // 2 :] = -1
print("world,learner,error,error_low,error_high")
for name, slope in slopes.items():
    t = slope * x + noise
    for learner, errors in (
        ("offline", offline(t)),
        ("online", online(t, lr=0.05)),
        ("momentum", online(t, lr=0.005, mu=0.9)),
    ):
        e = errors.mean(axis=1)
        spread = (np.median(e), e.min(), e.max())
        print(name, learner, *(f"{x:.2f}" for x in spread), sep=",")
# --8<-- [end:online]
