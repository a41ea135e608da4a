# kind: exact
"""One number for each of what came after the paper."""

# --8<-- [start:today]
import numpy as np

d = 512
print("norms of a block: layer", 4 * d, "RMS", 2 * d, "numbers")

f = 8 * d // 3
print(f"W1, W2 {2 * d * 4 * d:,}; W1, W3, W2 of SwiGLU {3 * d * f:,}")


def turned(x, place, speed=0.3):
    c, s = np.cos(place * speed), np.sin(place * speed)
    return np.array([[c, -s], [s, c]]) @ x


q, k = np.array([1.0, 2.0]), np.array([0.5, -1.0])
for m, n in ((5, 2), (105, 102)):
    score = turned(q, m) @ turned(k, n)
    print(f"rotary: query at {m}, key at {n}: score {score:.6f}")

layers, heads, size, length = 32, 32, 128, 8192
print(f"weights of one layer: {heads * length**2 * 2 / 1e9:.1f} GB")
for groups in (32, 8):
    kept = layers * 2 * groups * size * 2 // 1024
    print(f"cache with {groups} pairs of heads: {kept} KiB a token")
print(f"keys for 1000 tokens: {1000 * 1001 // 2:,} without it, 1,000 with")
# --8<-- [end:today]
