"""Beam search: the best few beginnings, carried on side by side."""

# --8<-- [start:beam-search]
import math

import torch

from chainrule.generation.arguments import first_tokens


@torch.no_grad()
def beam_search(
    decoder,
    begin,
    end,
    max_length,
    num_beams=4,
    length_penalty=0.6,
    *,
    batch_size=1,
):
    """Tokens (N, num_beams, T) and scores (N, num_beams), best first.

    As greedy, and decoder.select(rows) keeps rows of its batch in that
    order. Raises ValueError for num_beams below 1 or above the number of
    possible sequences, and for max_length < 1.
    """
    first = first_tokens(begin, batch_size, max_length)
    N, k = len(first), num_beams
    if k < 1:
        raise ValueError(f"num_beams must be at least 1, got {k}")
    newest = first.repeat_interleave(k)
    rows = torch.arange(N, device=first.device)
    decoder.select(rows.repeat_interleave(k))
    said = newest.new_empty(N, k, 0)
    # all k beams of a row begin alike: one of them is enough
    log_p = torch.full((N, k), -math.inf, device=first.device)
    log_p[:, 0] = 0
    for _ in range(max_length):
        steps = decoder(newest.flatten()).log_softmax(-1).unflatten(0, (N, k))
        _check_enough(k, steps.shape[-1], max_length)
        found = _best(steps, log_p, said, end, length_penalty)
        scores, log_p, parents, newest = found
        said = torch.cat([_carried(said, parents), newest[..., None]], dim=-1)
        if (newest == end).all():
            break
        decoder.select((k * rows[:, None] + parents).flatten())
    return said, scores


# --8<-- [end:beam-search]


# --8<-- [start:beam-step]
def _best(steps, log_p, said, end, alpha):
    """Of all beams by all tokens the best: (N, k) each.

    steps (N, k, V) are log-probabilities of the next token, log_p (N, k)
    and said (N, k, T) those so far. Scores, log p, parents, tokens.
    """
    k, V = steps.shape[1:]
    ended = (said == end).any(-1, keepdim=True)
    # an ended beam goes on with end alone, which costs nothing
    alone = torch.full_like(steps[0, 0], -math.inf)
    alone[end] = 0
    total = log_p.to(steps)[..., None] + torch.where(ended, alone, steps)
    length = (said != end).sum(-1, keepdim=True) + 1  # END counts, once
    scores = total / _penalty(length.to(total), alpha)
    scores, best = scores.flatten(1).topk(k)
    return scores, total.flatten(1).gather(1, best), best // V, best % V


def _penalty(length, alpha):
    """((5 + l) / 6)^α of Wu et al. (2016), arXiv:1609.08144, eq. 14."""
    return ((5 + length) / 6) ** alpha


# --8<-- [end:beam-step]


def _carried(said, parents):
    """said (N, k, T) of the beams that are carried on, parents (N, k)."""
    index = parents[..., None].expand(-1, -1, said.shape[-1])
    return said.gather(1, index)


def _check_enough(k, V, max_length):
    """ValueError if there are less than k sequences over V tokens."""
    # those that end within max_length, and those that are cut off there
    possible = sum((V - 1) ** t for t in range(max_length + 1))
    if k > possible:
        raise ValueError(f"num_beams={k}, but {possible} sequences possible")
