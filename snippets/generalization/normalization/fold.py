# kind: numeric
"""A convolution and its batch normalization become one convolution."""

# --8<-- [start:fold]
import torch

from chainrule.nn import BatchNorm2d, fold_batch_norm

torch.manual_seed(0)
conv = torch.nn.Conv2d(3, 8, 3, bias=False).double()
bn = BatchNorm2d(8).double()
for _ in range(20):  # running averages of some data
    bn(conv(torch.randn(16, 3, 8, 8).double()))
bn.eval()
one, x = fold_batch_norm(conv, bn), torch.randn(4, 3, 8, 8).double()
difference = (one(x) - bn(conv(x))).abs().max().item()
print(type(one).__name__, "alone; the same to 1e-12:", difference < 1e-12)
# --8<-- [end:fold]
