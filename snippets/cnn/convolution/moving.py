# kind: numeric
"""Move the picture, and see whether the feature maps move with it."""

# --8<-- [start:moving]
import numpy as np

from chainrule.scratch.nn import Conv2d

x = np.random.default_rng(0).normal(size=(1, 3, 8, 8))


def moves_along(steps, step=1, turned=False, **keywords):
    """Share of outputs that are what moving the output would give."""
    layer = Conv2d(3, 4, 3, padding=1, rng=1, **keywords)

    def move(a, steps):
        return np.rot90(a, axes=(2, 3)) if turned else np.roll(a, steps, (2, 3))

    first = layer.forward(move(x, (steps, steps)))
    then = move(layer.forward(x), (steps // step, steps // step))
    return np.isclose(first, then, rtol=1e-10).mean()


ring = {"padding_mode": "circular"}
print(f"circular padding      {moves_along(1, **ring):.2f}")
print(f"zero padding          {moves_along(1):.2f}")
print(f"stride 2, moved by 1  {moves_along(1, 2, stride=2, **ring):.2f}")
print(f"stride 2, moved by 2  {moves_along(2, 2, stride=2, **ring):.2f}")
print(f"turned by 90 degrees  {moves_along(0, turned=True, **ring):.2f}")
# --8<-- [end:moving]
