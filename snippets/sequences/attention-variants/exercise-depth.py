# kind: exact
"""How far a stack of truncated layers sees."""

# --8<-- [start:solution]
import torch

from chainrule.nn import truncated_self_attention


def stack(x):
    for _ in range(3):
        x = truncated_self_attention(x, x, x, before=2, after=1)
    return x


x = torch.randn(20, 4, generator=torch.Generator().manual_seed(0))
jacobian = torch.autograd.functional.jacobian(stack, x)
heard = jacobian[10].abs().amax((0, 2)).nonzero().flatten()
print("position 10 hears", heard.min().item(), "to", heard.max().item())
# --8<-- [end:solution]
