# kind: numeric
"""Gains by (16.12) for standard normal inputs, and torch's table."""

# --8<-- [start:gains]
import numpy as np
import torch

from chainrule.nn.init import calculate_gain

u = np.linspace(-10, 10, 200_001)
density = np.exp(-(u**2) / 2) / np.sqrt(2 * np.pi)
du = u[1] - u[0]
for name, f in {
    "linear": lambda u: u,
    "relu": torch.relu,
    "leaky_relu": torch.nn.functional.leaky_relu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
}.items():
    y = f(torch.tensor(u)).numpy()
    gain = 1 / np.sqrt((y**2 * density).sum() * du)
    print(f"{name:10} {gain:.4f}  torch {calculate_gain(name):.4f}")
# --8<-- [end:gains]
