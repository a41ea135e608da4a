# kind: exact
"""Is the next Pokémon a water one? A Bernoulli distribution."""

import numpy as np

from chainrule.scratch.nn import bernoulli_log_prob

# --8<-- [start:coin]
x = np.repeat([1, 0], [79, 61])  # 1 for water
for p in (0.5, 79 / 140, 0.7):
    total = bernoulli_log_prob(x, p).sum()
    print(f"p = {p:.3f}: ln P of all 140 = {total:.3f}")
print(f"mean {x.mean():.4f}, variance {x.var():.4f}")
# --8<-- [end:coin]
