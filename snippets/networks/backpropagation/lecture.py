# kind: exact
"""The network of the lecture, neuron by neuron, forwards and back."""

# --8<-- [start:forward]
from math import exp

W = {1: [[1, -2], [-1, 1]], 2: [[2, -1], [-2, -1]], 3: [[3, -1], [-1, 4]]}
b = {1: [1, 0], 2: [0, 0], 3: [-2, 2]}
BOTH = (0, 1)  # every layer has two neurons


def sigma(u):
    return 1 / (1 + exp(-u))


def slope(u):
    return sigma(u) * (1 - sigma(u))


u, y = {}, {0: [1, -1]}
for n in (1, 2, 3):
    u[n] = [sum(W[n][j][i] * y[n - 1][i] for i in BOTH) + b[n][j] for j in BOTH]
    y[n] = [sigma(v) for v in u[n]]
# --8<-- [end:forward]

# --8<-- [start:backward]
t = [1, 0]
by_u = {3: [slope(u[3][k]) * (y[3][k] - t[k]) for k in BOTH]}  # (14.7)
for n in (2, 1):
    by_u[n] = [
        slope(u[n][i]) * sum(W[n + 1][j][i] * by_u[n + 1][j] for j in BOTH)
        for i in BOTH  # (14.6)
    ]
print(f"E = {sum((y[3][k] - t[k]) ** 2 for k in BOTH) / 2:.4f}")
for n in (3, 2, 1):
    print(f"layer {n}: y = {y[n][0]:.3f} {y[n][1]:.3f}", end="")
    print(f"   dE/du = {by_u[n][0]:7.4f} {by_u[n][1]:7.4f}")
    for j in BOTH:
        by_w = [y[n - 1][i] * by_u[n][j] for i in BOTH]  # (14.5)
        print(f"  into neuron {j + 1}: dE/dw = {by_w[0]:7.4f} {by_w[1]:7.4f}")
# --8<-- [end:backward]
