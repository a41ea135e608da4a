# kind: numeric
"""An angle found by gradient descent on what a picture looks like."""

# --8<-- [start:turned-back]
import torch
from sklearn.datasets import load_digits

from chainrule.nn import MSELoss, affine_grid, grid_sample

digit = torch.tensor(load_digits().images[3] / 16)[None, None]


def turned(x, angle, mode="bilinear"):
    c, s = angle.cos(), angle.sin()
    o = torch.zeros_like(c)
    theta = torch.stack([c, -s, o, s, c, o]).view(1, 2, 3)
    return grid_sample(x, affine_grid(theta, x.shape), mode)


seen = turned(digit, torch.tensor(-0.6, dtype=torch.float64))
angle = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
for step in range(101):
    loss = MSELoss()(turned(seen, angle), digit)
    if step in (0, 10, 100):
        print(f"step {step:3}: angle {angle:.2f}, error {loss:.4f}")
    (gradient,) = torch.autograd.grad(loss, angle)
    angle = (angle - 2 * gradient).detach().requires_grad_()
nearest = turned(seen, angle, "nearest")
print("nearest has a gradient:", nearest.requires_grad)
# --8<-- [end:turned-back]
