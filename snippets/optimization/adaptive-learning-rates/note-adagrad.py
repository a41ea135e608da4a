# kind: exact
"""The Adagrad of note E, mended."""

# --8<-- [start:mended]
import torch


def sgd_adagrad(parameters, sqrs, lr, eps=1e-10):
    for param, sqr in zip(parameters, sqrs, strict=True):
        sqr += param.grad.data**2
        div = lr / (torch.sqrt(sqr) + eps) * param.grad.data
        param.data = param.data - div


ours = torch.tensor([1.5, -0.3, -2.2, 0.6], dtype=torch.float64)
theirs = ours.clone().requires_grad_()
ours.requires_grad_()
squares = [torch.zeros_like(ours)]
optimizer = torch.optim.Adagrad([theirs], lr=0.1)
for _ in range(50):
    for theta in (ours, theirs):
        theta.grad = 4 * theta.detach() ** 3
    sgd_adagrad([ours], squares, lr=0.1)
    optimizer.step()
print("equals torch:", torch.allclose(ours, theirs, rtol=0, atol=1e-13))
# --8<-- [end:mended]
