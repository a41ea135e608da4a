# kind: exact
"""Shapes and numbers of a network for colour pictures of 32 x 32."""

# --8<-- [start:solution]
import torch

from chainrule.models import CNN
from chainrule.nn import count_parameters

model = CNN(in_channels=3, size=32, channels=(16, 32), classes=10)
print(tuple(model.features(torch.zeros(1, 3, 32, 32)).shape[1:]), end=" ")
print(f"{count_parameters(model):,}, of which the last layer has", end=" ")
print(f"{count_parameters(model.classifier):,}")
# --8<-- [end:solution]
