# kind: exact
"""How many parameters networks have, and what a sawtooth costs."""

from chainrule.models import MLP
from chainrule.nn import Linear
from chainrule.scratch.models.deep import pieces, sawtooth

print("with 56 features:")
for layers, units in (
    (0, 0),
    (1, 10),
    (1, 100),
    (1, 1000),
    (2, 100),
    (3, 100),
    (4, 100),
):
    model = MLP(56, [units] * layers) if layers else Linear(56, 1)
    count = sum(p.numel() for p in model.parameters())
    print(f"{layers} layers of {units}: {count}")
print("a sawtooth of depth 8:")
network = sawtooth(8)
count = sum(array.size for array in network.params)
teeth = len(pieces(network, 0, 1)[0]) - 1
print(f"parameters {count}, pieces {teeth}, in one layer {3 * teeth + 1}")
