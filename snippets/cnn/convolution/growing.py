# kind: exact
"""How much of the picture a number sees, layer after layer."""

# --8<-- [start:growing]
from chainrule.scratch.nn import receptive_field_size

stacks = {
    "3 x 3, stride 1": [(3, 1)] * 5,
    "3 x 3, stride 2": [(3, 2)] * 5,
    "3 x 3, dilation 1 2 4 8 16": [(3, 1, 2**n) for n in range(5)],
}
for name, layers in stacks.items():
    sizes = [receptive_field_size(layers[:n]) for n in range(1, 6)]
    print(f"{name:27}", *(f"{size:3}" for size in sizes))
# --8<-- [end:growing]
