# kind: exact
"""Attention does not see the order; with positions it does."""

# --8<-- [start:order]
import torch

from chainrule.nn import MultiheadAttention, SinusoidalPositionalEncoding

torch.manual_seed(0)
attention = MultiheadAttention(8, 2, batch_first=True)
positions = SinusoidalPositionalEncoding(8)
x, order = torch.randn(1, 5, 8), torch.tensor([4, 2, 0, 1, 3])


def plain(x):
    return attention(x, x, x)[0]


for name, f in (
    ("alone", plain),
    ("with positions", lambda x: plain(positions(x))),
):
    same = torch.allclose(f(x[:, order]), f(x)[:, order], atol=1e-5)
    print(f"{name}, permuted likewise: {same}")
# --8<-- [end:order]
