# kind: exact
"""Both online problems of Reddi et al. (2018)."""

import numpy as np

from chainrule.scratch.optim import adam, amsgrad


# --8<-- [start:counterexample]
def walk(method, gradient, steps, betas):
    """Where w, kept within [-1, 1], is after the last of the steps."""
    w = m = v = v_max = 0.0
    for t in range(1, steps + 1):
        g, lr = gradient(t), 0.5 / t**0.5
        if method == "SGD":
            w = w - lr * g
        elif method == "Adam":
            w, m, v = adam(w, g, m, v, t, lr=lr, betas=betas)
        else:
            w, m, v, v_max = amsgrad(w, g, m, v, v_max, t, lr=lr, betas=betas)
        w = np.clip(w, -1, 1)
    return w


def every_third(t, C=3.0):
    return C if t % 3 == 1 else -1.0


def every_101st(t):
    return 1010.0 if t % 101 == 1 else -10.0


for name in ("SGD", "Adam", "AMSGrad"):
    end = walk(name, every_third, 3000, (0.0, 0.1))
    print(f"every third  {name:8} ends at {end:+.2f}")
for name in ("Adam", "AMSGrad"):
    end = walk(name, every_101st, 30_000, (0.9, 0.99))
    print(f"every 101st  {name:8} ends at {end:+.2f}")
# --8<-- [end:counterexample]
