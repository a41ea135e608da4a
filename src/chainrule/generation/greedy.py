"""Greedy decoding: at each step the most probable token."""

# --8<-- [start:greedy]
import torch

from chainrule.generation.arguments import first_tokens


@torch.no_grad()
def greedy(decoder, begin, end, max_length, *, batch_size=1):
    """Tokens (N, T), T ≤ max_length, without begin; what ended is end.

    decoder(newest (N,)) -> logits (N, V); begin (N,) tokens, or one
    number for batch_size rows. Raises ValueError for max_length < 1.
    """
    newest = first_tokens(begin, batch_size, max_length)
    ended = torch.zeros_like(newest, dtype=torch.bool)
    said = []
    for _ in range(max_length):
        newest = decoder(newest).argmax(-1)
        newest = newest.masked_fill(ended, end)
        said.append(newest)
        ended = newest == end
        if ended.all():
            break
    return torch.stack(said, dim=1)


# --8<-- [end:greedy]
