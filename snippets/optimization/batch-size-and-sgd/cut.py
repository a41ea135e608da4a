# kind: exact
"""Twelve samples in batches of five, twice."""

from chainrule.data import Batches

# --8<-- [start:cut]
batches = Batches(12, 5, seed=0)
for epoch in (1, 2):
    print(f"epoch {epoch}, {len(batches)} updates:")
    for rows in batches:
        print("  ", rows)
# --8<-- [end:cut]
