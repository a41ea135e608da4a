# kind: exact
"""Three ways to write ReLU in PyTorch, and their three slopes at 0."""

# --8<-- [start:at-zero]
import torch

zero = torch.tensor(0.0)
ways = {
    "torch.relu(z)": torch.relu,
    "torch.maximum(z, zero)": lambda z: torch.maximum(z, zero),
    "z.clamp(min=0)": lambda z: z.clamp(min=0),
}
for name, f in ways.items():
    z = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)
    f(z).sum().backward()
    print(f"{name:23}", z.grad.tolist())
# --8<-- [end:at-zero]
