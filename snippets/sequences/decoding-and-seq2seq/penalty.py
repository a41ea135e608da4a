# kind: exact
"""A short answer and a long one, under several length penalties."""

# --8<-- [start:penalty]
from math import log

import torch

from chainrule.generation import PrefixDecoder, beam_search

# <end> at once has 0.42; otherwise eight words, of which it is sure
STEPS = [(0.42, 0.58)] + 7 * [(0.1, 0.9)] + [(1.0, 0.0)]


def model(tokens):
    """Logits of <begin>, <end> and a word, by the place alone."""
    end, word = STEPS[tokens.shape[1] - 1]
    row = torch.tensor([0, end, word]).log()
    return row.expand(*tokens.shape, 3)


print(f"log p of nothing {log(0.42):.2f},", end=" ")
print(f"of eight words {log(0.58 * 0.9**7):.2f}")
for alpha in (0, 0.2, 0.4, 0.6, 1):
    tokens, scores = beam_search(PrefixDecoder(model), 0, 1, 9, 9, alpha)
    words = (tokens[0] == 2).sum(1)
    print(f"α = {alpha}: {words[0]} words, score {scores[0, 0]:.2f}")
# --8<-- [end:penalty]
