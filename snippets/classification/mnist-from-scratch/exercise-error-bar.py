# kind: exact
"""How many test samples tell 92.0 % from 92.5 %."""

# --8<-- [start:solution]
import math


def error(accuracy, samples):
    return math.sqrt(accuracy * (1 - accuracy) / samples)


print(f"359 samples:    92.0 % +- {100 * error(0.92, 359):.1f} points")
print(f"10,000 samples: 92.0 % +- {100 * error(0.92, 10_000):.2f} points")
need = 2 * 0.92 * 0.08 * (2 / 0.005) ** 2
print(f"for a gap of 0.5 at two errors: {need:,.0f} samples")
# --8<-- [end:solution]
