# kind: exact
"""The network of the lecture in PyTorch."""

# --8<-- [start:lecture]
import torch
from torch import nn

model = nn.Sequential(
    nn.Linear(2, 2),
    nn.Sigmoid(),
    nn.Linear(2, 2),
    nn.Sigmoid(),
    nn.Linear(2, 2),
    nn.Sigmoid(),
)
state = {
    "0.weight": [[1, -2], [-1, 1]],
    "0.bias": [1, 0],
    "2.weight": [[2, -1], [-2, -1]],
    "2.bias": [0, 0],
    "4.weight": [[3, -1], [-1, 4]],
    "4.bias": [-2, 2],
}
model.load_state_dict({k: torch.tensor(v) for k, v in state.items()})

inputs = torch.tensor([[1.0, -1.0], [0.0, 0.0]])
with torch.no_grad():
    outputs = model(inputs)
for row in outputs.tolist():
    print(*(f"{value:.2f}" for value in row))
# --8<-- [end:lecture]
