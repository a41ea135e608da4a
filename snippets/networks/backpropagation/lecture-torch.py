# kind: numeric
"""The network of the lecture in PyTorch."""

# --8<-- [start:lecture]
import torch

W1 = torch.tensor([[1.0, -2], [-1, 1]], requires_grad=True)
b1 = torch.tensor([1.0, 0], requires_grad=True)
W2 = torch.tensor([[2.0, -1], [-2, -1]], requires_grad=True)
b2 = torch.tensor([0.0, 0], requires_grad=True)
W3 = torch.tensor([[3.0, -1], [-1, 4]], requires_grad=True)
b3 = torch.tensor([-2.0, 2], requires_grad=True)

y = torch.tensor([1.0, -1])
for W, b in ((W1, b1), (W2, b2), (W3, b3)):
    y = torch.sigmoid(W @ y + b)
E = ((y - torch.tensor([1.0, 0])) ** 2).sum() / 2
E.backward()
print(f"E = {E.item():.4f}")
for W, b in ((W3, b3), (W2, b2), (W1, b1)):
    print("dE/du", b.grad.numpy().round(4), " dE/dw", *W.grad.numpy().round(4))
# --8<-- [end:lecture]
