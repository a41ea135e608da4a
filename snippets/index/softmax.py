# kind: exact
from chainrule.scratch.nn import softmax

# --8<-- [start:try]
print(softmax([3.0, 1.0, -3.0]).round(3))
print(softmax([1000.0, 1001.0]).round(3))  # no overflow
# --8<-- [end:try]
