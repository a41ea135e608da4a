# kind: exact
"""Parameters, with and without a middle layer."""

# --8<-- [start:solution]
from itertools import pairwise

for sizes in ([784, 256, 128, 10], [784, 295, 10], [784, 296, 10]):
    count = sum(n * (i + 1) for i, n in pairwise(sizes))  # (12.2)
    print(*sizes, sep="-", end=f": {count:,}\n")
# --8<-- [end:solution]
