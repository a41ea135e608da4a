# kind: exact
"""Sinusoidal positions: a table, a shift that is a rotation, dot products."""

# --8<-- [start:table]
from math import cos, sin

import torch

from chainrule.nn import sinusoidal_positions

p = sinusoidal_positions(4, 4)
for t, row in enumerate(p):
    print(f"position {t}:", *(f"{value:6.3f}" for value in row))

turn = torch.tensor([[cos(2), sin(2)], [-sin(2), cos(2)]], dtype=p.dtype)
moved = p[:2, :2] @ turn.T  # the first pair, two places on
print("two places on is a turn by 2:", torch.allclose(moved, p[2:, :2]))

p = sinusoidal_positions(100, 64)
print("dot products at distance 0, 1, 2, 5, 10:")
for t in (0, 50):
    near = [f"{p[t] @ p[t + k]:.2f}" for k in (0, 1, 2, 5, 10)]
    print(f"from {t:2}:", *near)
# --8<-- [end:table]
