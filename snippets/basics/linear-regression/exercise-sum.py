# kind: exact
"""Exercise: the loss as a sum needs a learning rate N times smaller."""

import numpy as np

from chainrule.scratch.models.regression import hessian

# --8<-- [start:solution]
X = np.array([[0.0], [1.0], [2.0]])

mean_limit = 2 / np.linalg.eigvalsh(hessian(X))[-1]
sum_limit = 2 / np.linalg.eigvalsh(len(X) * hessian(X))[-1]
print(f"limit for the mean {mean_limit:.4f}, for the sum {sum_limit:.4f}")
print(f"ratio {mean_limit / sum_limit:.4f}")
# --8<-- [end:solution]
