# kind: exact
"""Where the best first step is not the beginning of the best sequence."""

# --8<-- [start:beams]
import torch

from chainrule.generation import PrefixDecoder, beam_search

WORDS = ["<begin>", "<end>", "a", "b"]
AFTER = {  # what was said: probabilities of <end>, a, b
    "": (0.00, 0.6, 0.4),
    "a": (0.25, 0.4, 0.35),
    "b": (0.05, 0.05, 0.9),
    "aa": (0.5, 0.3, 0.2),
    "ab": (0.8, 0.1, 0.1),
    "ba": (0.6, 0.2, 0.2),
    "bb": (0.9, 0.05, 0.05),
}


def model(tokens):
    """Logits after each row of tokens: of the last place alone."""
    rows = []
    for row in tokens.tolist():
        said = "".join(WORDS[n] for n in row[1:] if n > 1)
        rows.append((0, *AFTER[said]))
    return torch.tensor(rows).log()[:, None]


for k in (1, 2, 3):
    tokens, scores = beam_search(PrefixDecoder(model), 0, 1, 3, k, 0)
    found = [" ".join(WORDS[n] for n in row) for row in tokens[0]]
    shares = [f"{p:.3f}" for p in scores[0].exp()]
    pairs = zip(found, shares, strict=True)
    print(f"{k} beams:", "; ".join(map(" ".join, pairs)))
# --8<-- [end:beams]
