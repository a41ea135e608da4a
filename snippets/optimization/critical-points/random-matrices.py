# kind: study
"""How often a random symmetric matrix has positive eigenvalues only."""

# --8<-- [start:random]
import numpy as np

MATRICES = 200_000
rng = np.random.default_rng(0)
print("n,all_positive,standard_error,mean_ratio")
for n in range(1, 7):
    A = rng.normal(size=(MATRICES, n, n))
    values = np.linalg.eigvalsh((A + A.transpose(0, 2, 1)) / 2)
    share = (values > 0).all(axis=1).mean()
    error = np.sqrt(share * (1 - share) / MATRICES)
    print(f"{n},{share:.5f},{error:.5f},{(values > 0).mean():.3f}")
# --8<-- [end:random]
