# kind: exact
"""The online problem of Reddi et al. (2018), in a fixed and a random order."""

import numpy as np

from chainrule.scratch.optim import adam, amsgrad


# --8<-- [start:counterexample]
def walk(method, gradient, steps, rate, betas):
    """Where w, kept within [-1, 1], is after each step: (steps, …)."""
    w = m = v = v_max = np.zeros_like(gradient(1))
    path = []
    for t in range(1, steps + 1):
        g, lr = gradient(t), rate(t)
        if method == "SGD":
            w = w - lr * g
        elif method == "Adam":
            w, m, v = adam(w, g, m, v, t, lr=lr, betas=betas)
        else:
            w, m, v, v_max = amsgrad(w, g, m, v, v_max, t, lr=lr, betas=betas)
        w = np.clip(w, -1, 1)
        path.append(w)
    return np.array(path)


def every_third(t, C=3.0):
    return np.array(C if t % 3 == 1 else -1.0)


def every_101st(t):
    return np.array(1010.0 if t % 101 == 1 else -10.0)


def falling(t):
    return 0.5 / t**0.5


for name in ("SGD", "Adam", "AMSGrad"):
    path = walk(name, every_third, 3000, falling, (0.0, 0.1))
    print(f"every third      {name:8} ends at {path[-1]:+.2f}")
for name in ("Adam", "AMSGrad"):
    path = walk(name, every_101st, 30_000, falling, (0.9, 0.99))
    print(f"every 101st      {name:8} ends at {path[-1]:+.2f}")
for name in ("Adam", "AMSGrad"):
    rng = np.random.default_rng(0)

    def at_random(t, rng=rng):  # ten seeds at once
        return np.where(rng.random(10) < 0.01, 1010.0, -10.0)

    path = walk(name, at_random, 100_000, lambda t: 0.01, (0.9, 0.99))
    late = np.sort(path[50_000:].mean(axis=0))
    print(f"one in a hundred {name:8}", *(f"{x:+.2f}" for x in late))
# --8<-- [end:counterexample]
