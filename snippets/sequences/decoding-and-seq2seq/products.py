# kind: exact
"""How many scores one head computes to write T tokens."""

# --8<-- [start:products]
print("    T    all again  with cache")
for T in (4, 64, 1024):
    again = sum(t * t for t in range(1, T + 1))
    cached = sum(range(1, T + 1))
    print(f"{T:5} {again:12,} {cached:11,}")
# --8<-- [end:products]
