# kind: exact
"""Average pooling as a convolution whose weights are not learned."""

# --8<-- [start:solution]
import torch

from chainrule.nn import AvgPool2d, Conv2d

x = torch.randn(2, 5, 6, 8, generator=torch.Generator().manual_seed(0))
layer = Conv2d(5, 5, 2, stride=2, groups=5, bias=False)
torch.nn.init.constant_(layer.weight, 1 / 4)
print(torch.allclose(layer(x), AvgPool2d(2)(x), atol=1e-6))
# --8<-- [end:solution]
