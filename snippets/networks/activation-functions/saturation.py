# kind: numeric
"""Slopes by hand, and where they are lost: in overflow and in rounding."""

# --8<-- [start:saturation]
import numpy as np

from chainrule.scratch.nn import sigmoid, sigmoid_derivative

for z in (0, np.log(3), np.log(9), 5, 10):
    y, slope = sigmoid(z), sigmoid_derivative(z)
    print(f"z = {z:6.3f}: y = {y:.4f}, slope {slope:.5f}")

with np.errstate(over="ignore"):
    print("as typed, exp(1000) is", np.exp(np.float64(1000)))
for z in (-20, 20):
    single = sigmoid_derivative(np.float32(z))
    exact = sigmoid(z) * sigmoid(-z)
    print(f"z = {z}: in float32 {single:.4g}, exactly {exact:.4g}")
# --8<-- [end:saturation]
