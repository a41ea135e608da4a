# kind: exact
"""Weights of windows that grow until they hold the whole sequence."""

# --8<-- [start:whole]
d, C = 80, 40  # a log-mel frame, and as many kinds of speech sounds
for k in (0, 1, 5, 50, 99):
    weights = (2 * k + 1) * d * C
    print(f"k = {k:2}: {2 * k + 1:3} frames, {weights:9,} weights")
T = 100
print(f"all {T} frames to all {T} labels at once: {T * d * T * C:,} weights")
# --8<-- [end:whole]
