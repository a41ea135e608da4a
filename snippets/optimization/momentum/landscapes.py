# kind: study
"""Two thousand random hilly curves: how often momentum ends elsewhere."""

from chainrule.scratch.optim import momentum

# --8<-- [start:landscapes]
import numpy as np

SEEDS, EACH = 10, 200
rng = np.random.default_rng(0)
k = np.array([1.3, 2.1, 3.4, 5.2])[:, None]  # waves per 2 pi
height = rng.normal(size=(4, SEEDS * EACH)) / k
phase = rng.uniform(0, 2 * np.pi, size=(4, SEEDS * EACH))


def loss(w):
    return w**2 / 20 + (height * np.cos(k * w + phase)).sum(0)


def slope(w):
    return w / 10 - (height * k * np.sin(k * w + phase)).sum(0)


def descend(mu, steps=1500):
    w, m = start, 0.0
    for _ in range(steps):
        w, m = momentum(w, slope(w), m, lr=0.01, momentum=mu)
    return loss(w)


start = rng.uniform(-6, 6, size=SEEDS * EACH)
lowest = np.min([loss(x) for x in np.linspace(-8, 8, 1601)], axis=0)
plain = descend(0.0)
names = ("best", "lower", "higher")
print("mu", *(f"{n},{n}_min,{n}_max" for n in names), sep=",")
for mu in (0.0, 0.5, 0.9, 0.99):
    end = descend(mu)
    counts = (end < lowest + 0.01, end < plain - 0.01, end > plain + 0.01)
    cells = []
    for hit in counts:
        share = 100 * hit.reshape(SEEDS, EACH).mean(axis=1)
        cells += [np.median(share), share.min(), share.max()]
    print(mu, *(f"{x:.1f}" for x in cells), sep=",")
# --8<-- [end:landscapes]
