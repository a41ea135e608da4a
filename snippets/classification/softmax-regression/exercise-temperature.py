# kind: exact
"""Solution: dividing the logits by a temperature."""

from chainrule.scratch.nn import softmax

# --8<-- [start:solution]
import numpy as np

z = np.array([3.0, 1.0, -3.0])
for temperature in (0.1, 1, 10, 1000):
    print(f"T = {temperature:4}:", softmax(z / temperature).round(3))
# --8<-- [end:solution]
