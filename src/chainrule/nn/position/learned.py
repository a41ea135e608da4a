"""Learned positions: a row of numbers for each place, like any parameter."""

# --8<-- [start:learned]
import torch
from torch import nn

from chainrule.nn.dropout import Dropout


class LearnedPositionalEncoding(nn.Module):
    """x + a learned vector for each position, then dropout.

    Input and output (..., T, d_model); offset is the position of the
    first. The rows start as normal numbers of deviation 0.02, as in BERT
    and GPT-2. Raises ValueError beyond max_len: there is no such row.
    """

    def __init__(self, d_model, dropout=0.0, max_len=512):
        super().__init__()
        self.dropout = Dropout(dropout)
        self.embedding = nn.Embedding(max_len, d_model)
        nn.init.normal_(self.embedding.weight, std=0.02)

    def forward(self, x, offset=0):
        end, rows = offset + x.shape[-2], self.embedding.num_embeddings
        if end > rows:
            message = f"position {end - 1} is beyond max_len={rows}"
            raise ValueError(message)
        positions = torch.arange(offset, end, device=x.device)
        return self.dropout(x + self.embedding(positions))


# --8<-- [end:learned]
