# kind: exact
"""Exercise: sequences of different lengths in one batch."""

# --8<-- [start:solution]
import torch

from chainrule.data import DataLoader

sentences = [torch.tensor(s) for s in ([3, 1], [4, 1, 5], [9], [2, 6])]


def padded(samples):
    """A batch (B, longest) that ends in zeros, and the true lengths."""
    lengths = torch.tensor([len(s) for s in samples])
    x = torch.nn.utils.rnn.pad_sequence(samples, batch_first=True)
    return x, lengths


for x, lengths in DataLoader(sentences, 2, collate_fn=padded):
    print(x.tolist(), lengths.tolist())
try:
    next(iter(DataLoader(sentences, 2)))
except ValueError as error:
    print(error)
# --8<-- [end:solution]
