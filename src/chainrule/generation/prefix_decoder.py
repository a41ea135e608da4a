"""A step decoder around a model that reads whole sequences."""

import torch


# --8<-- [start:prefix-decoder]
class PrefixDecoder:
    """Remembers what was said, and has all of it read again.

    model(tokens (N, T)) -> logits (N, T, V) of the token after each.
    As a step decoder it is called with the newest tokens (N,) alone and
    returns the logits (N, V) of the next. Without a cache step t costs
    as much as all steps before.
    """

    def __init__(self, model):
        self.model, self.tokens = model, None

    def __call__(self, newest):
        column = newest[:, None]
        if self.tokens is not None:
            column = torch.cat([self.tokens, column], dim=1)
        self.tokens = column
        return self.model(self.tokens)[:, -1]

    def select(self, rows):
        """Keep these rows of the batch, in this order."""
        if self.tokens is not None:
            self.tokens = self.tokens[rows]


# --8<-- [end:prefix-decoder]
