# kind: exact
"""A chatbot that counted four dialogues: what it can do, and what it cannot."""

# --8<-- [start:chatbot]
from collections import Counter, defaultdict

import torch

from chainrule.generation import PrefixDecoder, greedy, sample

DIALOGUES = [
    ("Hi", "Hello ! How are you today ?"),
    ("Hi", "Hello ! Nice to see you ."),
    ("Hi", "Hello ! How are you today ?"),
    ("Good night", "Sleep well ."),
]
answers = [answer.split() for _, answer in DIALOGUES]
WORDS = ["<begin>", "<end>", *sorted({w for a in answers for w in a})]
counts = defaultdict(Counter)  # of the next word, given all before
for (question, _), words in zip(DIALOGUES, answers, strict=True):
    said = (question,)
    for word in [*words, "<end>"]:
        counts[said][word] += 1
        said += (word,)


def model(question):
    def logits(tokens):
        rows = []
        for row in tokens.tolist():
            seen = counts[question, *(WORDS[n] for n in row[1:] if n != 1)]
            rows.append([seen[word] for word in WORDS])
        return torch.tensor(rows).log()[:, None]

    return logits


def text(tokens):
    return " ".join(WORDS[n] for n in tokens if n != 1)


print("greedy: ", text(greedy(PrefixDecoder(model("Hi")), 0, 1, 9)[0]))
random = torch.Generator().manual_seed(0)
drawn = sample(
    PrefixDecoder(model("Hi")), 0, 1, 9, generator=random, batch_size=300
)
for answer, n in Counter(map(text, drawn)).most_common():
    print(f"sampled: {answer} ({n / 300:.1f} of the draws)")
print("Hello there:", sum(counts["Hello there",].values()), "words known")
# --8<-- [end:chatbot]
