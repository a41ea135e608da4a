# kind: exact
"""How well can a position sort that sees nothing but its own digit?"""

# --8<-- [start:alone]
import numpy as np

digits = np.indices((10,) * 6, dtype=np.uint8).reshape(6, -1)
ordered = np.sort(digits, 0)  # all million sequences of six
share = 0.0
for own, wanted in zip(digits, ordered, strict=True):
    table = np.zeros((10, 10))
    np.add.at(table, (own, wanted), 1)
    share += table.max(1).sum() / own.size / 6  # the best guess for each
blind = np.mean([np.bincount(w).max() / w.size for w in ordered])
print(f"best with its own digit {share:.3f}, with none {blind:.3f}")
# --8<-- [end:alone]
