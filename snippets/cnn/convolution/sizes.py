# kind: exact
"""How many windows fit."""

# --8<-- [start:sizes]
from chainrule.scratch.nn import conv_output_size

print("size kernel stride padding -> windows")
for size, k, s, p in (
    (7, 3, 2, 0),
    (6, 3, 1, 0),
    (6, 3, 1, 1),
    (6, 3, 2, 1),
    (224, 7, 2, 3),
    (224, 16, 16, 0),
):
    print(f"{size:4}{k:6}{s:7}{p:7}{conv_output_size(size, k, s, p):11}")
# --8<-- [end:sizes]
