# kind: exact
"""How large an object looks at test time, as a share of its training size."""


# --8<-- [start:zoom]
def zoom(scale, size, shorter):
    """Mean of sqrt(share of the area), times shorter / size; square images.

    In training a share uniform in scale becomes size pixels wide, at test
    time the whole image shorter.
    """
    a, b = scale
    root = 2 / 3 * (b**1.5 - a**1.5) / (b - a)
    return root * shorter / size


print(f"{zoom((0.08, 1), size=224, shorter=256):.3f}")
print(f"{zoom((0.08, 1), size=224, shorter=320):.3f}")
# --8<-- [end:zoom]
