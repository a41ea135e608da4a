# kind: exact
"""Exercise: how far from a round bowl are ten standardized features?"""

import numpy as np
from sklearn.datasets import load_diabetes

from chainrule.scratch.models.regression import hessian

# --8<-- [start:solution]
data = load_diabetes(scaled=False)
features = (data.data - data.data.mean(axis=0)) / data.data.std(axis=0)
eigenvalues, eigenvectors = np.linalg.eigh(hessian(features))
smallest, largest = eigenvalues[[0, -1]]
print(f"eigenvalues from {smallest:.4f} to {largest:.4f}")
best = 2 / (smallest + largest)
print(f"limit {2 / largest:.4f}, fastest {best:.4f}")
steps = np.log(1e-3) / np.log(1 - best * smallest)
print(f"steps for 1e-3: {steps:.0f}")
flattest = np.abs(eigenvectors[1:, 0])  # without b
for j in np.argsort(flattest)[:-5:-1]:
    print(f"  {data.feature_names[j]}  {flattest[j]:.2f}")
# --8<-- [end:solution]
