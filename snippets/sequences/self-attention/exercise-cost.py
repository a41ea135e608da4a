# kind: exact
"""Multiplications of the three products and of scores and outputs."""

# --8<-- [start:solution]
d = 512
print("    T   products   attention   dense on all")
for T in (64, 768, 8192):
    print(f"{T:5} {3 * T * d**2:10.1e} {2 * T**2 * d:11.1e}", end="")
    print(f"{(T * d) ** 2:15.1e}")
# --8<-- [end:solution]
