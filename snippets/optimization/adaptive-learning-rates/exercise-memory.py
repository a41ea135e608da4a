# kind: exact
"""Exercise: how many gradients RMSProp remembers."""

# --8<-- [start:solution]
import numpy as np

for alpha in (0.9, 0.99, 0.999):
    half = np.log(0.5) / np.log(alpha)
    weights = (1 - alpha) * alpha ** np.arange(round(1 / (1 - alpha)))
    print(f"{alpha=:<5}  half-life {half:5.1f}  newest {weights.sum():.3f}")
# --8<-- [end:solution]
