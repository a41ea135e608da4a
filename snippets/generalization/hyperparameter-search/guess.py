# kind: exact
"""What a loss should be before the first update."""

# --8<-- [start:guess]
from math import e, log

from chainrule.training import expected_initial_loss

for K in (2, 10, 100, 1000):
    print(f"{K} classes: {expected_initial_loss(K):.4f}")
print(f"shares 0.9 and 0.1: {expected_initial_loss([0.9, 0.1]):.4f}")
print(f"softmax twice: {log(1 + 9 / e):.4f}, never below")
# --8<-- [end:guess]
