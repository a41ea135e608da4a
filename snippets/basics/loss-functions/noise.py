# kind: exact
"""Mean, median and Huber's location under three kinds of noise."""

import numpy as np

from chainrule.scratch.nn import huber_gradient
from chainrule.scratch.optim import gradient_descent

# --8<-- [start:noise]
rng = np.random.default_rng(0)
size = (4000, 25)  # 4000 data sets of 25 targets; the true value is 0
normal = rng.normal(size=size)
laplace = rng.laplace(size=size)
slips = np.where(rng.random(size) < 0.1, 10 * normal, normal)


def best_huber(t, delta=1.345):
    def slope(c):
        y = np.broadcast_to(c[:, None], t.shape)
        return huber_gradient(y, t, delta).sum(1) * len(t)  # a mean each

    return gradient_descent(slope, np.median(t, axis=1), 1.0, 60)[-1]


print("spread of       mean  median  Huber")
for name, t in (("normal", normal), ("Laplace", laplace), ("10% wild", slips)):
    best = t.mean(1), np.median(t, axis=1), best_huber(t)
    print(f"{name:12}  " + "  ".join(f"{np.std(c):6.4f}" for c in best))
# --8<-- [end:noise]
