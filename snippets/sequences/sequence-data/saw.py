# kind: exact
"""I saw a saw: what a dense layer on each word can say, and a window."""

# --8<-- [start:saw]
import torch

from chainrule.models import WindowTagger

words = torch.tensor([[1, 2, 3, 2]])  # I saw a saw
torch.manual_seed(0)
for k in (0, 1):
    model = WindowTagger(num_words=4, embedding_dim=3, num_tags=4, k=k)
    _, second, _, fourth = model(words)[0]
    same = torch.allclose(second, fourth)
    print(f"k = {k}: both saw get the same scores: {same}")
# --8<-- [end:saw]
