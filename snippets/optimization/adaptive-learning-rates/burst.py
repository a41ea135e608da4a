# kind: exact
"""Where the burst comes from: the path of the lecture, and what bounds it."""

import numpy as np

from chainrule.scratch.optim import rms_normalized_sgd

before = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
after = [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591]
A = np.column_stack([np.ones(10), before])
target = np.array(after, float)
H = 2 * A.T @ A
best = np.linalg.lstsq(A, target, rcond=None)[0]
start = np.array([-120.0, -4.0])


def gradient(theta):
    return 2 * A.T @ (A @ theta - target)


# --8<-- [start:burst]


def descend(steps, rate):
    """Error of w, and the largest eigenvalue of η H / σ, at each update."""
    theta, s, errors, sharp = start, np.zeros(2), [], []
    for t in range(1, steps + 1):
        g = gradient(theta)
        theta, s = rms_normalized_sgd(theta, g, s, t, lr=rate(t), eps=0)
        scale = (s / t) ** -0.25  # twice 1 / √σ, to keep H symmetric
        scaled = rate(t) * scale[:, None] * H * scale
        sharp.append(np.linalg.eigvalsh(scaled)[-1])
        errors.append(abs(theta[1] - best[1]))
    return np.array(errors), np.array(sharp)


errors, sharp = descend(1000, lambda t: 1.0)
for t in (10, 100, 300, 500):
    print(f"{t=:3d}  error of w {errors[t - 1]:.3f}  ηH/σ {sharp[t - 1]:.2f}")
print("above 2 from update", int(np.argmax(sharp > 2)) + 1)
print("error above 2.5 before update 900:", bool(errors[500:900].max() > 2.5))
print("error below 0.1 at update 1000:", bool(errors[-1] < 0.1))
# --8<-- [end:burst]
