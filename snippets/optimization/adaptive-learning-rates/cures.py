# kind: exact
"""What keeps the bursts away: the rate over the updates."""

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


# --8<-- [start:cures]
rates = {
    "constant": lambda t: 1.0,
    "warm-up, 200 steps": lambda t: min(1.0, t / 200),
    "10 / √t (Adagrad)": lambda t: 10 * t**-0.5,
}
for name, rate in rates.items():
    errors, sharp = descend(7000, rate)
    first = int(np.argmax(sharp > 2)) + 1 if sharp.max() > 2 else "never"
    burst = bool(errors[200:].max() > 2.5)
    print(f"{name:19} above 2 from update: {first!s:5}  bursts: {burst}")
# --8<-- [end:cures]
