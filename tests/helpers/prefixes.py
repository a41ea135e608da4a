"""A small model whose next token hangs on all that was said; all it can say."""

from itertools import product

import torch


def whole_prefix_model(vocabulary, longest, seed=0, sharpness=1.5):
    """model(tokens (N, T)) -> logits (N, T, V), drawn for each prefix by itself."""
    generator = torch.Generator().manual_seed(seed)
    table = {}
    for length in range(1, longest + 1):
        for prefix in product(range(vocabulary), repeat=length):
            draw = torch.randn(vocabulary, generator=generator, dtype=torch.float64)
            table[prefix] = sharpness * draw

    def after(row):
        return torch.stack([table[tuple(row[: t + 1])] for t in range(len(row))])

    return lambda tokens: torch.stack([after(row) for row in tokens.tolist()])


def sequences(vocabulary, end, max_length):
    """All that ends with end within max_length, or is cut off there."""
    others = [token for token in range(vocabulary) if token != end]
    for length in range(max_length):
        for words in product(others, repeat=length):
            yield (*words, end)
    yield from product(others, repeat=max_length)


def log_probability(model, begin, sequence):
    """By the chain rule, from the plain logits."""
    tokens = torch.tensor([[begin, *sequence[:-1]]])
    log_p = model(tokens)[0].log_softmax(-1)
    return sum(log_p[t, token].item() for t, token in enumerate(sequence))
