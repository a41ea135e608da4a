# kind: exact
"""The parabola through the ten pairs, three ways."""

import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.models import PolynomialRegression
from chainrule.scratch.preprocessing import powers

# --8<-- [start:parabola]
from sklearn.linear_model import LinearRegression

X, t = cp_pairs()
ours = PolynomialRegression(2).fit(X, t)
theirs = LinearRegression().fit(powers(X[:, 0], 2), t)
numpys = np.polynomial.Polynomial.fit(X[:, 0], t, 2).convert()
print(f"CP after = {ours.b_:.3f} + {ours.w_[0]:.4f} x + {ours.w_[1]:.6f} x²")
print("scikit-learn:", np.allclose(ours.w_, theirs.coef_, rtol=1e-8))
print("NumPy:       ", np.allclose([ours.b_, *ours.w_], numpys.coef))
# --8<-- [end:parabola]
