"""Self-attention between the pixels of a feature map."""

# --8<-- [start:pixel]
import torch
from torch import nn

from chainrule.nn.attention.scaled_dot_product_attention import (
    scaled_dot_product_attention,
)
from chainrule.nn.linear import Linear


class PixelAttention(nn.Module):
    """x + γ · attention of all pixels to all pixels; γ starts at 0.

    Input and output (N, channels, H, W). Queries, keys and values have
    channels // reduction numbers, at least one; scores are not scaled.
    Zhang et al. (2018), arXiv:1805.08318, equations 1 to 3. Raises
    ValueError for another shape.
    """

    def __init__(self, channels, reduction=8):
        super().__init__()
        inner = max(1, channels // reduction)
        self.query = Linear(channels, inner, bias=False)  # g in the paper
        self.key = Linear(channels, inner, bias=False)  # f
        self.value = Linear(channels, inner, bias=False)  # h
        self.out = Linear(inner, channels, bias=False)  # v
        self.gamma = nn.Parameter(torch.zeros(()))

    def forward(self, x):
        channels = self.query.in_features
        if x.dim() != 4 or x.shape[1] != channels:
            shape = (*x.shape,)
            raise ValueError(f"x must be (N, {channels}, H, W), got {shape}")
        pixels = x.flatten(2).mT  # (N, H * W, channels): a set of vectors
        q, k, v = self.query(pixels), self.key(pixels), self.value(pixels)
        y = self.out(scaled_dot_product_attention(q, k, v, scale=1.0))
        return x + self.gamma * y.mT.unflatten(2, x.shape[2:])


# --8<-- [end:pixel]
