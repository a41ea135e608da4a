# kind: numeric
"""An L2 penalty and weight decay, under three optimizers."""

# --8<-- [start:two-forms]
import torch

from chainrule.optim import SGDW, AdamW


def twenty_steps(optimizer_class, **options):
    """From (1, -2), on a loss with curvatures 3 and 0.01."""
    w = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=0.1, weight_decay=0.1, **options)
    for _ in range(20):
        optimizer.zero_grad()
        ((3 * w[0] ** 2 + 0.01 * w[1] ** 2) / 2).backward()
        optimizer.step()
    return "".join(f"{x:9.4f}" for x in w.tolist())


print("                penalty            decay")
for name, penalty, decay, given in (
    ("SGD", torch.optim.SGD, SGDW, {"momentum": 0.0}),
    ("momentum", torch.optim.SGD, SGDW, {"momentum": 0.9}),
    ("Adam", torch.optim.Adam, AdamW, {}),
):
    ends = (twenty_steps(each, **given) for each in (penalty, decay))
    print(f"{name:8}", *ends)
# --8<-- [end:two-forms]
