# kind: exact
"""Exercise: the curve of three pieces as a sum of ReLUs."""

from chainrule.scratch.models.regression import relu_sum, relus

# --8<-- [start:solution]
w, b, c, b0 = relus([0, 1, 3, 4], [1, 3, 0, 1])
print("bends at", -b / w)
print("slopes change by", c)
print("at x = 2:", relu_sum(2.0, w, b, c, b0))
# --8<-- [end:solution]
