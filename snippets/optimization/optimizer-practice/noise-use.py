# kind: numeric
"""Steps of SGD on a gradient of zero: what moves is the noise alone."""

from chainrule.optim import GradientNoise

# --8<-- [start:use]
import torch

w = torch.zeros(100_000, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
noise = GradientNoise(optimizer, variance=0.3, seed=0)
for t in range(101):
    before = w.detach().clone()
    w.grad = torch.zeros_like(w)
    noise.step()  # in the place of optimizer.step()
    if t in (0, 1, 10, 100):
        drawn = (w.detach() - before).std().item()
        formula = (0.3 / (1 + t) ** 0.55) ** 0.5
        print(f"t = {t:<3}  drawn {drawn:.3f}  formula {formula:.3f}")
print("the gradient is still zero:", not w.grad.any())
# --8<-- [end:use]
