# kind: exact
"""CrossEntropyLoss in PyTorch: what it takes, and the softmax too many."""

import torch

from chainrule.nn import CrossEntropyLoss

# --8<-- [start:traps]
z = torch.tensor([[2.0, 1.0, -1.0], [0.0, 3.0, 1.0]])
classes = torch.tensor([0, 2])
rows = torch.eye(3)[classes]

loss, theirs = CrossEntropyLoss(), torch.nn.CrossEntropyLoss()
print(f"classes {loss(z, classes):.4f}, torch {theirs(z, classes):.4f}")
print(f"one-hot {loss(z, rows):.4f}, torch {theirs(z, rows):.4f}")

twice = loss(z.softmax(1), classes)  # it applies softmax itself
print(f"softmax twice: {twice:.4f}")
sure = torch.tensor([[50.0, 0.0, 0.0]])
best = loss(sure.softmax(1), torch.tensor([0]))
print(f"softmax twice, perfect prediction: {best:.4f}")
# --8<-- [end:traps]
