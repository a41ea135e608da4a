# kind: exact
"""Memory of a cache: keys and values of all layers, heads and positions."""

# --8<-- [start:solution]
layers, size, positions, two_bytes = 32, 128, 8192, 2
for heads in (32, 8, 1):
    numbers = 2 * layers * heads * size * positions
    print(f"{heads:2} heads: {numbers * two_bytes / 2**30:.3g} GiB")
# --8<-- [end:solution]
