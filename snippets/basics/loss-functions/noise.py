# kind: study
"""Mean, median and Huber's location under three kinds of noise.

Prints CSV: the standard deviation of each best constant over the data sets.
"""

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


print("noise,mean,median,huber")
for name, t in (("normal", normal), ("Laplace", laplace), ("slips", slips)):
    best = t.mean(1), np.median(t, axis=1), best_huber(t)
    print(name, *(f"{np.std(c):.4f}" for c in best), sep=",")
# --8<-- [end:noise]
