# kind: exact
"""Two small filters in a row against a large one."""

# --8<-- [start:solution]
from chainrule.scratch.nn import Conv2d, receptive_field_size

C = 64
for kernels in ((3, 3), (5,), (3, 3, 3), (7,)):
    layers = [Conv2d(C, C, k) for k in kernels]
    size = sum(a.size for layer in layers for a in layer.params)
    seen = receptive_field_size([(k, 1) for k in kernels])
    print(f"{' then '.join(map(str, kernels)):16} sees {seen}, {size:7,}")
# --8<-- [end:solution]
