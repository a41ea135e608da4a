# kind: exact
"""Exercise: momentum as a running average of gradients, as in Adam."""

from chainrule.scratch.optim import momentum

# --8<-- [start:solution]
import numpy as np

gradients, mu, eta = np.random.default_rng(0).normal(size=50), 0.9, 0.02
w, m = 0.0, 0.0
w_average, average = 0.0, 0.0
for g in gradients:
    w, m = momentum(w, g, m, lr=eta, momentum=mu)
    average = mu * average + (1 - mu) * g
    w_average = w_average - eta / (1 - mu) * average
print(f"{w:.12f}  {w_average:.12f}")
# --8<-- [end:solution]
