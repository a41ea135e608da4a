# kind: exact
"""A convolution over words counts pairs of words."""

# --8<-- [start:ngrams]
import numpy as np

from chainrule.scratch.nn import Conv2d

text = "the cat sat on the mat because the cat was tired"
words = text.split()
vocabulary = sorted({*words})
one_hot = np.array([[w == v for w in words] for v in vocabulary], float)
x = one_hot[None, :, None]  # (1, words of the vocabulary, 1, time)

pairs = [("the", "cat"), ("the", "mat"), ("cat", "the")]
layer = Conv2d(len(vocabulary), len(pairs), (1, 2))
layer.weight[...], layer.bias[...] = 0, -1
for n, pair in enumerate(pairs):
    for place, word in enumerate(pair):
        layer.weight[n, vocabulary.index(word), 0, place] = 1
found = np.maximum(layer.forward(x), 0)[0, :, 0]  # 1 where both are there
for pair, row in zip(pairs, found.astype(int), strict=True):
    print(*pair, row, "count", row.sum(), "max", row.max())
# --8<-- [end:ngrams]
