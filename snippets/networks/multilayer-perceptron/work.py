# kind: exact
"""How much arithmetic a layer does with each number that it moves."""

# --8<-- [start:work]
n, m = 1024, 4096  # inputs and neurons of the layer

for N in (1, 16, 256, 4096):
    flops = 2 * N * n * m
    numbers = N * n + n * m + N * m
    print(f"N = {N:4}: {flops / numbers:7.1f} flops a number")  # (12.8)
# --8<-- [end:work]
