"""What is done to logits before one of their tokens is drawn."""

import math

# --8<-- [start:filters]


def with_temperature(logits, temperature):
    """logits (..., V) divided by temperature > 0: below 1 is bolder."""
    if not temperature > 0:
        raise ValueError(f"temperature must be above 0, got {temperature}")
    return logits / temperature


def keep_top_k(logits, k):
    """−∞ below the k-th largest of (..., V); what equals it stays.

    All stay if k is at least V. Fan et al. (2018), arXiv:1805.04833.
    """
    if k < 1:
        raise ValueError(f"top_k must be at least 1, got {k}")
    least = logits.topk(min(k, logits.shape[-1])).values[..., -1:]
    return logits.masked_fill(logits < least, -math.inf)


def keep_top_p(logits, p):
    """−∞ but for the fewest tokens whose probabilities reach p.

    From the most probable on, with the one that crosses p; of equal ones
    the first. Holtzman et al. (2020), arXiv:1904.09751.
    """
    if not 0 < p <= 1:
        raise ValueError(f"top_p must be in (0, 1], got {p}")
    if p == 1:  # a sum may round to 1 before the last token
        return logits
    ordered, order = logits.sort(dim=-1, descending=True, stable=True)
    shares = ordered.softmax(-1)
    before = shares.cumsum(-1) - shares
    cut = (before >= p).scatter(-1, order, before >= p)
    return logits.masked_fill(cut, -math.inf)


# --8<-- [end:filters]
