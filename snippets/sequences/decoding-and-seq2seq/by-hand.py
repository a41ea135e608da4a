# kind: exact
"""A decoder as a table: what was said last decides what comes next."""

# --8<-- [start:table]
import torch

VOCABULARY = ["<begin>", "<end>", "机", "器", "学", "习", "气", "雪"]
NEXT = {
    "<begin>": {"机": 0.8, "器": 0.1, "气": 0.1},
    "机": {"器": 0.9, "气": 0.1},
    "器": {"学": 0.7, "雪": 0.2, "<end>": 0.1},
    "学": {"习": 0.9, "<end>": 0.1},
    "习": {"<end>": 0.9, "机": 0.1},
    "气": {"<end>": 1.0},
    "雪": {"<end>": 1.0},
    "<end>": {"<end>": 1.0},
}
number = {word: n for n, word in enumerate(VOCABULARY)}
table = torch.zeros(8, 8)
for word, words in NEXT.items():
    for following, p in words.items():
        table[number[word], number[following]] = p
# --8<-- [end:table]

# --8<-- [start:greedy]
from chainrule.generation import PrefixDecoder, greedy


def model(tokens):
    """Logits of what follows each token; log 0 is −∞."""
    return table[tokens].log()


begin, end = number["<begin>"], number["<end>"]
said = greedy(PrefixDecoder(model), begin, end, max_length=10)[0]
newest, probability = begin, 1.0
for token in said.tolist():
    p = table[newest, token].item()
    probability *= p
    print(f"{VOCABULARY[newest]:>7} → {VOCABULARY[token]:5} {p:.1f}")
    newest = token
print(f"all together: {probability:.4f}")
# --8<-- [end:greedy]
