# kind: numeric
"""How close a ramp comes to the sigmoid: the largest difference."""

import numpy as np

from chainrule.scratch.nn import hardsigmoid, sigmoid

# --8<-- [start:gaps]
z = np.linspace(-12, 12, 2401)


def gap(slope, height=1.0):
    """Of a ramp from (1 - height) / 2 to (1 + height) / 2."""
    ramp = 0.5 + height * (hardsigmoid(z, slope / height) - 0.5)
    return np.abs(ramp - sigmoid(z)).max()


slopes = np.linspace(0.15, 0.25, 1001)
for name, slope in ("1/5", 1 / 5), ("1/6", 1 / 6):
    print(f"slope {name}, from 0 to 1: {gap(slope):.4f}")
best = min(slopes, key=gap)
print(f"best ramp from 0 to 1: {gap(best):.3f}, slope {best:.3f}")
pairs = [(s, h) for s in slopes[::5] for h in np.linspace(0.9, 1, 101)]
best = min(pairs, key=lambda pair: gap(*pair))
print(
    f"best ramp at any height: {gap(*best):.3f}, slope {best[0]:.3f}, "
    f"from {(1 - best[1]) / 2:.3f} to {(1 + best[1]) / 2:.3f}"
)
# --8<-- [end:gaps]
