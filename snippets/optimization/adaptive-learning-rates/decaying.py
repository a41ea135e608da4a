# kind: exact
"""The rate η / √t ends the bouncing that a constant rate keeps up."""

# --8<-- [start:decaying]
import torch
from torch.optim.lr_scheduler import LambdaLR

theta = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.SGD([theta], lr=4.0)
schedule = LambdaLR(optimizer, lambda k: 1 / (k + 1) ** 0.5)  # k = t - 1
for t in range(1, 41):
    optimizer.zero_grad()
    loss = (1 + theta**2).sqrt()
    loss.backward()
    if t in (1, 2, 3, 4, 20, 40):
        rate = schedule.get_last_lr()[0]
        print(
            f"{t=:2d}  {rate=:.3f}  loss={loss:.4f}  |g|={theta.grad.abs():.4f}"
        )
    optimizer.step()
    schedule.step()
# --8<-- [end:decaying]
