# kind: exact
"""Scores that are all moved by two: softmax does not see it, ReLU does."""

# --8<-- [start:relu]
import numpy as np

from chainrule.scratch.nn import relu, softmax

scores = np.array([1.0, 3, 2, 3])
for shift in (0, -2, -4):
    moved = scores + shift
    print(f"scores {moved}  softmax {softmax(moved).round(3)}", end="  ")
    print(f"ReLU {relu(moved)}")
# --8<-- [end:relu]
