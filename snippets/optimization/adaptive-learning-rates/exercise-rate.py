# kind: exact
"""Exercise: how much the choice of Adagrad's rate still matters."""

import numpy as np

from chainrule.scratch.optim import adagrad

before = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
after = [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591]
A = np.column_stack([np.ones(10), before])
target = np.array(after, float)
best = np.linalg.lstsq(A, target, rcond=None)[0]
start = np.array([-120.0, -4.0])


def gradient(theta):
    return 2 * A.T @ (A @ theta - target)


# --8<-- [start:solution]
for lr in (1.0, 3.0, 10.0, 30.0):
    theta, s, updates = start, np.zeros(2), 0
    while abs(theta[0] - best[0]) > 0.01 * abs(start[0] - best[0]):
        theta, s = adagrad(theta, gradient(theta), s, lr=lr)
        updates += 1
    print(f"lr = {lr:4}: {updates} updates")
# --8<-- [end:solution]
