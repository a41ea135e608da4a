# kind: exact
"""Exercise: the best of three guessers on four questions."""

# --8<-- [start:solution]
from fractions import Fraction
from itertools import accumulate
from math import comb

ways = accumulate(comb(4, x) for x in range(5))
F = [Fraction(way, 16) for way in ways]
below = [x**3 for x in F]  # all three have x right or fewer
print("F:", *F)
print("F to the power 3:", *below)
best = 1 - sum(below[:4]) / 4
print("expected best:", best, "=", float(best))
# --8<-- [end:solution]
