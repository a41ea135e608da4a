# kind: exact
"""Lengths of speech and of what is said in it."""

# --8<-- [start:frames]
SECOND = 100  # frames, one every 10 ms
print(f"1 s of speech: {SECOND} frames, about 4 characters")
print(f"10 s: {10 * SECOND:,} frames, {(10 * SECOND) ** 2:,} scores a head")
quarter = 10 * SECOND // 4
print(f"every four frames as one: {quarter} and {quarter**2:,}")
print(f"1500 hours: {1500 * 3600 * SECOND:,} frames")
# --8<-- [end:frames]
