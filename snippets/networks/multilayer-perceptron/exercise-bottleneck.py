# kind: exact
"""Two straight layers with a narrow one between."""

import numpy as np

# --8<-- [start:solution]
rng = np.random.default_rng(0)
narrow = rng.normal(size=(10, 2)) @ rng.normal(size=(2, 10))
direct = rng.normal(size=(10, 10))
print(np.linalg.matrix_rank(narrow), np.linalg.matrix_rank(direct))
print(10 * 3 + 2 * 11, "parameters against", 10 * 11)
# --8<-- [end:solution]
