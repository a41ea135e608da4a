"""Text out of a decoder, token by token.

All work on a step decoder: an object that is called with the newest token of
each row (N,) and returns logits (N, V) for the next one, and whose
select(rows) keeps rows of its batch in that order.

>>> import torch
>>> def model(tokens):  # after token i comes i + 1, most likely
...     return torch.eye(5).roll(1, 1)[tokens]
>>> greedy(PrefixDecoder(model), begin=0, end=4, max_length=9)
tensor([[1, 2, 3, 4]])
"""

from chainrule.generation.beam_search import beam_search
from chainrule.generation.filters import (
    keep_top_k,
    keep_top_p,
    with_temperature,
)
from chainrule.generation.greedy import greedy
from chainrule.generation.long_rows import long_rows_
from chainrule.generation.prefix_decoder import PrefixDecoder
from chainrule.generation.sample import sample

__all__ = [
    "PrefixDecoder",
    "beam_search",
    "greedy",
    "keep_top_k",
    "keep_top_p",
    "long_rows_",
    "sample",
    "with_temperature",
]
