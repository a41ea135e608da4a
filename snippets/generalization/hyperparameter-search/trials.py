# kind: exact
"""How many random trials it takes to be among the best few percent."""

# --8<-- [start:trials]
from math import ceil, log


def trials(best, sure):
    """Trials until one is among the best share, with probability sure."""
    return ceil(log(1 - sure) / log(1 - best))


# --8<-- [end:trials]
# --8<-- [start:print]
print("trials                  9   20   59   60  300")
for best in (0.1, 0.05, 0.01):
    chance = [1 - (1 - best) ** n for n in (9, 20, 59, 60, 300)]
    print(f"one of the best {best:4.0%}", *(f"{p:.2f}" for p in chance))
for best in (0.1, 0.05, 0.01):
    print(f"95 % sure of the best {best:.0%}: {trials(best, 0.95)} trials")
# --8<-- [end:print]
