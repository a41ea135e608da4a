# kind: exact
"""The two stories, each as it is told, give the same numbers."""

# --8<-- [start:stories]
import numpy as np

from chainrule.scratch.nn import Conv2d

rng = np.random.default_rng(0)
x, w, b = (rng.normal(size=s) for s in ((3, 6, 6), (2, 3, 3, 3), 2))

# neurons: each looks at its field, all use the same weights
neurons = np.zeros((2, 4, 4))
for i in range(4):
    for j in range(4):
        field = x[:, i : i + 3, j : j + 3].ravel()  # 27 inputs
        neurons[:, i, j] = w.reshape(2, 27) @ field + b

# filters: each is swept over the picture; one weight at a time
maps = np.zeros((2, 4, 4)) + b[:, None, None]
for o in range(2):
    for c in range(3):
        for p in range(3):
            for q in range(3):
                maps[o] += w[o, c, p, q] * x[c, p : p + 4, q : q + 4]

layer = Conv2d(3, 2, 3)
layer.weight[...], layer.bias[...] = w, b
y = layer.forward(x[None])[0]
for name, told in (("neurons", neurons), ("filters", maps)):
    print(name, "as Conv2d:", np.allclose(told, y, rtol=1e-10))
# --8<-- [end:stories]
