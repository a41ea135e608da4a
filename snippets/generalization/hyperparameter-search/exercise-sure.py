# kind: exact
"""Trials for one of the best hundredth, and rounds from 64 candidates."""

# --8<-- [start:solution]
from math import ceil, log

from chainrule.training import rungs

print(ceil(log(0.1) / log(0.99)), "trials")
rounds = rungs(64, min_resources=1, max_resources=64, factor=2)
print(len(rounds), "rounds,", sum(n * r for n, r in rounds), "epochs")
# --8<-- [end:solution]
