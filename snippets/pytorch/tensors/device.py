# kind: exact
"""The three lines that run with and without a GPU."""

# --8<-- [start:device]
import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
weight = torch.ones(3, 2, device=device)  # made there
x = torch.ones(4, 3).to(device)  # moved there: a copy, x must be rebound
y = x @ weight  # computed there
print(y.device == weight.device, y.cpu().numpy().shape)
# --8<-- [end:device]
