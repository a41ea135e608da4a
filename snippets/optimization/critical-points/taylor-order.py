# kind: exact
"""How the error of both approximations shrinks with the distance."""

from chainrule.scratch.analysis import taylor2

# --8<-- [start:order]
import numpy as np


def surface(theta):
    return np.exp(theta[0]) * np.cos(theta[1])


a, b = center = np.array([0.3, 0.5])
value, slope = surface(center), -np.exp(a) * np.sin(b)
g = np.array([value, slope])  # by hand
H = np.array([[value, slope], [slope, -value]])

print("distance  line's error  parabola's error")
for s in (0.2, 0.1, 0.05, 0.025):
    theta = center + s * np.array([0.6, 0.8])
    line = taylor2(theta, center, value, g, 0 * H)
    parabola = taylor2(theta, center, value, g, H)
    true = surface(theta)
    print(f"{s:8}  {abs(line - true):12.6f}  {abs(parabola - true):16.6f}")
# --8<-- [end:order]
