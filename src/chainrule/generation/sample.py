"""Sampling: each token drawn from the distribution for it."""

# --8<-- [start:sample]
import torch

from chainrule.generation.arguments import first_tokens
from chainrule.generation.filters import (
    keep_top_k,
    keep_top_p,
    with_temperature,
)


@torch.no_grad()
def sample(
    decoder,
    begin,
    end,
    max_length,
    temperature=1.0,
    top_k=None,
    top_p=None,
    generator=None,
    *,
    batch_size=1,
):
    """Tokens (N, T), T ≤ max_length, without begin; what ended is end.

    As greedy; the filters come in the order of the arguments, as in
    Hugging Face's generate. Raises ValueError for temperature ≤ 0,
    top_k < 1, top_p outside (0, 1] and max_length < 1.
    """
    newest = first_tokens(begin, batch_size, max_length)
    ended = torch.zeros_like(newest, dtype=torch.bool)
    said = []
    for _ in range(max_length):
        logits = with_temperature(decoder(newest), temperature)
        if top_k is not None:
            logits = keep_top_k(logits, top_k)
        if top_p is not None:
            logits = keep_top_p(logits, top_p)
        shares = logits.softmax(-1)
        newest = torch.multinomial(shares, 1, generator=generator)[:, 0]
        newest = newest.masked_fill(ended, end)
        said.append(newest)
        ended = newest == end
        if ended.all():
            break
    return torch.stack(said, dim=1)


# --8<-- [end:sample]
