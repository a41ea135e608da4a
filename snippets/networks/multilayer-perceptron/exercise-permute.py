# kind: exact
"""The same function with its hidden neurons in another order."""

import math

import numpy as np

from chainrule.scratch.models import MLP

# --8<-- [start:solution]
rng = np.random.default_rng(0)
model = MLP(3, [5], 2, rng=rng)
order = rng.permutation(5)
rows = model.W[1][order], model.b[1][order]
columns = model.W[2][:, order], model.b[2]
twin = MLP.of([rows, columns])

x = rng.normal(size=(4, 3))
print(np.allclose(model.forward(x), twin.forward(x), rtol=0, atol=1e-15))

digits = (math.lgamma(257) + math.lgamma(129)) / math.log(10)
print(f"784-256-128-10: more than 10^{math.floor(digits)} orders")
# --8<-- [end:solution]
