"""How well a key answers a query: a small network with one hidden layer."""

# --8<-- [start:additive-score]
import math

import torch
from torch import nn


class AdditiveScore(nn.Module):
    """w · tanh(W_q q + W_k k) for each query and each key.

    query (..., T, d_query), key (..., S, d_key), scores (..., T, S); the
    sizes of query and key may differ. query_weight (d_hidden, d_query),
    key_weight (d_hidden, d_key) and weight (d_hidden,) start uniform in
    ±1/sqrt(their inputs). No bias, as in Bahdanau et al. (2015),
    arXiv:1409.0473, appendix A.1.2. Raises ValueError for sizes below 1.
    """

    def __init__(self, d_query, d_key, d_hidden, device=None, dtype=None):
        super().__init__()
        if min(d_query, d_key, d_hidden) < 1:
            sizes = d_query, d_key, d_hidden
            raise ValueError(f"sizes must be at least 1, got {sizes}")
        like = {"device": device, "dtype": dtype}
        shapes = (d_hidden, d_query), (d_hidden, d_key), (d_hidden,)
        self.query_weight, self.key_weight, self.weight = (
            nn.Parameter(torch.empty(shape, **like)) for shape in shapes
        )
        self.reset_parameters()

    @torch.no_grad()
    def reset_parameters(self):
        for parameter in self.parameters():
            bound = 1 / math.sqrt(parameter.shape[-1])
            parameter.uniform_(-bound, bound)

    def forward(self, query, key):
        u = (query @ self.query_weight.T).unsqueeze(-2)  # (..., T, 1, H)
        z = (key @ self.key_weight.T).unsqueeze(-3)  # (..., 1, S, H)
        return torch.tanh(u + z) @ self.weight  # (37.5)


# --8<-- [end:additive-score]
