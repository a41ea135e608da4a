# kind: exact
"""Rooms and metres to the centre, standardized by the training set."""

# --8<-- [start:standardize]
import numpy as np

train = np.array([[2.0, 3000], [4, 1000], [3, 5000], [3, 7000]])
test = np.array([[5.0, 2000]])
m, s = train.mean(axis=0), train.std(axis=0)  # of the training set alone
print(f"mean {m[0]:.0f} and {m[1]:.0f}, deviation {s[0]:.3f} and {s[1]:.1f}")
for name, rows in (("train", train), ("test", test)):
    for rooms, metres in (rows - m) / s:  # (32.4), with the same m and s
        print(f"{name:5} {rooms:7.3f} {metres:7.3f}")
# --8<-- [end:standardize]
