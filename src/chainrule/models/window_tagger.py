"""A label for each word, from the words around it."""

# --8<-- [start:tagger]
from torch import nn
from torch.nn.functional import pad

from chainrule.nn import Embedding, Linear


class WindowTagger(nn.Module):
    """One dense layer on the vectors of a word and k on each side of it.

    Words (N, T), scores (N, T, num_tags). Beyond the ends of a sequence
    there are zeros, as for the word padding_idx: a sequence has the same
    scores alone and padded. Raises ValueError for a k below 0 and for
    words of another shape, and what Embedding raises.
    """

    def __init__(self, num_words, embedding_dim, num_tags, k, padding_idx=0):
        super().__init__()
        if k < 0:
            raise ValueError(f"no window of {k} words on each side")
        self.k = k
        self.embedding = Embedding(num_words, embedding_dim, padding_idx)
        self.output = Linear((2 * k + 1) * embedding_dim, num_tags)

    def forward(self, x):
        if x.dim() != 2:
            raise ValueError(f"x must be (N, T), got {(*x.shape,)}")
        vectors = self.embedding(x)  # (N, T, d)
        vectors = pad(vectors, (0, 0, self.k, self.k))
        windows = vectors.unfold(1, 2 * self.k + 1, 1)  # (N, T, d, 2 k + 1)
        return self.output(windows.mT.flatten(2))  # (36.12)


# --8<-- [end:tagger]
