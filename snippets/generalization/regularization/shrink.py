# kind: exact
"""What a penalty leaves of the weights, along the axes of the curvature."""

# --8<-- [start:shrink]
import numpy as np

X, t = np.array([[1.0, 1.0], [2.0, 2.0]]), np.array([2.0, 4.0])
H, b = X.T @ X / len(t), X.T @ t / len(t)  # Hessian and -gradient at 0
h, Q = np.linalg.eigh(H)
print("curvatures", *np.abs(h).round(6))
for decay in (0.01, 1.0, 5.0):
    w = np.linalg.solve(H + decay * np.eye(2), b)
    kept = h[1] / (h[1] + decay)  # (30.3), where the curvature is 5
    print(f"{decay:5} w {w.round(4)} kept {kept:.4f}")
# --8<-- [end:shrink]
