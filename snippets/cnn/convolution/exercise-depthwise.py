# kind: exact
"""A depthwise and a pointwise convolution instead of a full one."""

# --8<-- [start:solution]
from chainrule.scratch.nn import Conv2d

C = 64
full = Conv2d(C, C, 3)
depthwise, pointwise = Conv2d(C, C, 3, groups=C), Conv2d(C, C, 1)
for name, layers in (("full", [full]), ("separable", [depthwise, pointwise])):
    sizes = [sum(a.size for a in layer.params) for layer in layers]
    print(
        f"{name:10}",
        " + ".join(f"{n:,}" for n in sizes),
        "=",
        f"{sum(sizes):,}",
    )
# --8<-- [end:solution]
