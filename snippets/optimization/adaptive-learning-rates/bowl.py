# kind: exact
"""The lecture's bowl with one rate for both parameters.

On a quadratic loss each step of gradient descent multiplies the error along an
eigenvector by 1 - η λ, so 100,000 steps are one power.
"""

# --8<-- [start:data]
import numpy as np

before = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
after = [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591]
A = np.column_stack([np.ones(10), before])  # predictions A @ (b, w)
target = np.array(after, float)
H = 2 * A.T @ A  # second derivatives of the sum of squared errors
best = np.linalg.lstsq(A, target, rcond=None)[0]
start = np.array([-120.0, -4.0])


def gradient(theta):
    return 2 * A.T @ (A @ theta - target)


# --8<-- [end:data]

# --8<-- [start:bowl]
flat, steep = eigenvalues = np.linalg.eigvalsh(H)
Q = np.linalg.eigh(H)[1]
print(f"best: b = {best[0]:.2f}, w = {best[1]:.3f}")
print(f"steep / flat = {steep / flat:.0f}, limit 2 / steep = {2 / steep:.3e}")
for lr in (1e-7, 1.14e-6):
    kept = (1 - lr * eigenvalues) ** 100_000
    b, w = best + Q @ (kept * (Q.T @ (start - best)))
    more = np.log(0.01) / np.log(1 - lr * flat)
    print(f"{lr}: b = {b:.2f}, w = {w:.3f}; to 1%: {more:.0f} updates")
# --8<-- [end:bowl]
