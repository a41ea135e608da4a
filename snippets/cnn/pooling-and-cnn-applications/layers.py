# kind: exact
"""What each layer of a small CNN makes of a picture, and what it holds."""

# --8<-- [start:layers]
import torch

from chainrule.models import CNN
from chainrule.nn import count_parameters

model = CNN(in_channels=1, size=28, channels=(8, 16), classes=10)
x = torch.zeros(1, 1, 28, 28)
print(f"{'picture':10} {tuple(x.shape[1:])}")
for layer in (*model.features, torch.nn.Flatten(), model.classifier):
    x = layer(x)
    shape, name = tuple(x.shape[1:]), type(layer).__name__
    print(f"{name:10} {shape!s:14} {count_parameters(layer):6,}")
print(f"{'together':25} {count_parameters(model):6,}")
for reduce in ("stride", "none"):
    other = CNN(1, 28, (8, 16), 10, reduce)
    print(f"{reduce:25} {count_parameters(other):6,}")
# --8<-- [end:layers]
