# kind: exact
"""Rounds of successive halving, and what they cost."""

# --8<-- [start:budget]
from chainrule.training import rungs

for n, longest in ((27, 9), (81, 27)):
    rounds = rungs(n, min_resources=1, max_resources=longest, factor=3)
    for candidates, epochs in rounds:
        print(
            f"{candidates:3} candidates, {epochs:2} epochs each: "
            f"{candidates * epochs}"
        )
    spent = sum(candidates * epochs for candidates, epochs in rounds)
    print(f"together {spent}; all {n} to the end: {n * longest}")
# --8<-- [end:budget]
