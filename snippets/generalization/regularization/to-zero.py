# kind: exact
"""One weight whose best value under an L1 penalty is 0: three ways there."""

# --8<-- [start:to-zero]
import numpy as np

from chainrule.scratch.optim import proximal_sgd

LR, STRENGTH = 0.25, 0.5


def slope(w):
    return w - 0.2  # of (w - 0.2)² / 2


subgradient = proximal = decayed = 1.0
print("step  subgradient  proximal      L2")
for step in range(1, 13):
    pull = STRENGTH * np.sign(subgradient)
    subgradient -= LR * (slope(subgradient) + pull)
    proximal = proximal_sgd(proximal, slope(proximal), LR, STRENGTH)
    decayed -= LR * (slope(decayed) + STRENGTH * decayed)
    if step <= 3 or step >= 9:
        print(f"{step:4} {subgradient:12.4f} {proximal:9.4f} {decayed:7.4f}")
# --8<-- [end:to-zero]
