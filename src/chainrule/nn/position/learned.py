"""Learned positions: a row of numbers for each place, like any parameter."""

# --8<-- [start:learned]
import torch
from torch import nn

from chainrule.nn.dropout import Dropout
from chainrule.nn.init import normal_
from chainrule.nn.position.checks import check_places


class LearnedPositionalEncoding(nn.Module):
    """x + a learned vector for each position, then dropout.

    Input and output (..., T, d_model); offset is the position of the
    first. The rows start as normal numbers of deviation 0.02, as in BERT
    and GPT-2. Raises ValueError beyond max_len and for a negative offset:
    there is no such row.
    """

    def __init__(self, d_model, dropout=0.0, max_len=512):
        super().__init__()
        self.dropout = Dropout(dropout)
        self.table = nn.Parameter(torch.empty(max_len, d_model))
        normal_(self.table, std=0.02)

    def forward(self, x, offset=0):
        end = offset + x.shape[-2]
        check_places(x.shape[-2], offset, len(self.table))
        return self.dropout(x + self.table[offset:end])


# --8<-- [end:learned]
