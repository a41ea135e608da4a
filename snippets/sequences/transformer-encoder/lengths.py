# kind: exact
"""The length of an output whose end is a token like the others."""

# --8<-- [start:lengths]
import numpy as np

end = np.array([0.1, 0.6, 0.9, 1.0])  # p_n: chance of END at step n
going = np.cumprod([1, *(1 - end[:-1])])  # nothing before it was END
chance = end * going
print("step  END here  length")
for n, (p, c) in enumerate(zip(end, chance, strict=True), 1):
    print(f"{n:4}{p:10.1f}{c:8.3f}")
print("together", chance.sum().round(6))
print("mean length", (chance @ np.arange(1, 5)).round(3))
# --8<-- [end:lengths]
