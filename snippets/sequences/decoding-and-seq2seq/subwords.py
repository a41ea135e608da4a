# kind: exact
"""Words as characters and as pairs of bytes."""

# --8<-- [start:subwords]
from chainrule.text import BytePairTokenizer, CharTokenizer

counts = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
texts = [word for word, n in counts.items() for _ in range(n)]
characters = CharTokenizer(texts)
pairs = BytePairTokenizer.train(texts, vocab_size=260 + 4)
print(*(token.decode() for token in pairs.tokens[260:]))
for word in ("lowest", "低"):
    print(word, characters.encode(word), pairs.encode(word))
# --8<-- [end:subwords]
