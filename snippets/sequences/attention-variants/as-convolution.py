# kind: exact
"""Nine heads that look at nine shifts are a convolution."""

# --8<-- [start:as-convolution]
import torch

from chainrule.nn import conv_as_attention

torch.manual_seed(0)
conv = torch.nn.Conv2d(3, 4, kernel_size=3, padding=1)
attention = conv_as_attention(conv)
x = torch.randn(2, 3, 6, 7)

weights, _ = attention.weights(8, 9)  # with a ring of zeros
print("heads, queries, keys:", tuple(weights.shape))
print("a head looks at", weights[0, 0].count_nonzero().item(), "pixel")
same = torch.allclose(attention(x), conv(x), atol=1e-5)
print("the convolution:", same)
# --8<-- [end:as-convolution]
