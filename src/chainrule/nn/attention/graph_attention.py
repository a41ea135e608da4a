"""Attention along the edges of a graph."""

# --8<-- [start:graph-attention]
import torch
from torch import nn

from chainrule.nn.activation.leaky_relu import LeakyReLU
from chainrule.nn.attention.checks import check_graph
from chainrule.nn.attention.scaled_dot_product_attention import masked_softmax
from chainrule.nn.init import xavier_uniform_


class GraphAttention(nn.Module):
    """Each node's mean of its neighbours, weighted by a learned score.

    x (N, in_features), edges boolean (N, N): edges[i, j] lets i look at
    j. Output (N, num_heads * out_features), heads side by side, before
    any activation function. A node looks at itself only where edges says
    so; one that may look at nobody gets zeros. Veličković et al. (2018),
    arXiv:1710.10903, equations 1 to 5. Raises ValueError for other
    shapes, TypeError unless edges is boolean.
    """

    def __init__(
        self, in_features, out_features, num_heads=1, negative_slope=0.2
    ):
        super().__init__()
        self.num_heads = num_heads
        self.activation = LeakyReLU(negative_slope)
        shape = num_heads * out_features, in_features
        self.weight = nn.Parameter(torch.empty(shape))
        self.attention = nn.Parameter(torch.empty(num_heads, 2 * out_features))
        xavier_uniform_(self.weight)
        xavier_uniform_(self.attention)

    def forward(self, x, edges):
        check_graph(x, edges, self.weight.shape[1])
        h = (x @ self.weight.T).unflatten(1, (self.num_heads, -1))
        h = h.transpose(0, 1)  # (heads, N, out_features)
        # aᵀ[W h_i ‖ W h_j] is a sum: a number of i and a number of j
        a_i, a_j = self.attention[..., None].chunk(2, 1)
        scores = self.activation(h @ a_i + (h @ a_j).mT)
        weights = masked_softmax(scores, edges)
        return (weights @ h).transpose(0, 1).flatten(1)


# --8<-- [end:graph-attention]
