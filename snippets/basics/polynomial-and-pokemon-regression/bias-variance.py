# kind: exact
"""Bias, variance and noise of polynomials at fixed points, exactly."""

import numpy as np

from chainrule.scratch.preprocessing import powers

# --8<-- [start:parts]
N, tau = 15, 0.3  # points, standard deviation of the noise
x = np.linspace(-1, 1, N)
f = np.sin(3 * x)  # the targets without their noise
print("degree  bias²   variance  noise   sum")
for degree in range(1, 10, 2):
    A = np.column_stack([np.ones(N), powers(x, degree)])
    Q, _ = np.linalg.qr(A)
    bias = f - Q @ (Q.T @ f)  # what is left of f after its best fit
    parts = np.mean(bias**2), tau**2 * (degree + 1) / N, tau**2
    print(f"{degree:6}  " + "  ".join(f"{p:.4f}" for p in (*parts, sum(parts))))
# --8<-- [end:parts]
