# kind: exact
"""The recursion and the weighted sum are one number."""

from chainrule.scratch.optim import momentum

# --8<-- [start:sum]
import numpy as np

rng = np.random.default_rng(0)
gradients, rates = rng.normal(size=20), rng.uniform(0.01, 0.1, size=20)
w, m, mu = 0.0, 0.0, 0.9
for g, eta in zip(gradients, rates, strict=True):
    w, m = momentum(w, g, m, lr=eta, momentum=mu)
weights = mu ** np.arange(19, -1, -1)  # mu^(t - i) for i = 1, ..., t
print(f"recursion     {m:.12f}")
print(f"weighted sum  {-(weights * rates * gradients).sum():.12f}")
print(f"plain sum     {-(rates * gradients).sum():.12f}")
# --8<-- [end:sum]
