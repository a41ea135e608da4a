# kind: numeric
"""One layer times c, the next one by c: the same network, other gradients."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.nn import Linear, ReLU, Sequential

rng = np.random.default_rng(0)
W, V = rng.normal(size=(4, 3)), rng.normal(size=(2, 4))
x, dy = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
for c in (1, 10):
    one = Linear.of(c * W, np.zeros(4))
    two = Linear.of(V / c, np.zeros(2))
    model = Sequential(one, ReLU(), two)
    y, dx = model.forward(x), model.backward(dy)
    sizes = [np.linalg.norm(a) for a in (y, dx, one.grad_weight)]
    sizes.append(np.linalg.norm(two.grad_weight))
    print(f"c = {c:2}:", *(f"{size:.4f}" for size in sizes))
# --8<-- [end:solution]
