# kind: exact
"""Exercise: the largest step of Adam without bias correction."""

# --8<-- [start:solution]
import numpy as np

t = np.arange(1, 10_000)
ratio = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
peak = ratio.argmax()
print(f"step {t[peak]}: {ratio[peak]:.2f} times too large")
print(f"within 1% of right after {t[ratio > 1.01].max()} steps")
# --8<-- [end:solution]
