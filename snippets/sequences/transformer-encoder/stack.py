# kind: exact
"""An encoder: as many vectors out as in; what it sees and what it does not."""

# --8<-- [start:stack]
import torch

from chainrule.nn import TransformerEncoder, TransformerEncoderLayer

torch.manual_seed(0)
options = {"dropout": 0.0, "batch_first": True, "dtype": torch.float64}
block = TransformerEncoderLayer(16, 4, 64, **options)
encoder = TransformerEncoder(block, num_layers=6)
x = torch.randn(3, 5, 16, dtype=torch.float64)  # 3 sentences of 5 tokens
y = encoder(x)
print("in", *x.shape, "out", *y.shape)

changed = x.clone()
changed[0, 4] += 1  # the last token of the first sentence
moved = (encoder(changed) - y).abs().amax(-1) > 1e-9
print("moves", moved.sum(1).tolist(), "tokens of the sentences")

order = torch.tensor([4, 2, 0, 1, 3])
same = torch.allclose(encoder(x[:, order]), y[:, order], atol=1e-12)
print("tokens shuffled: outputs shuffled", same)
order = torch.tensor([2, 0, 1])
same = torch.allclose(encoder(x[order]), y[order], atol=1e-12)
print("sentences shuffled: outputs shuffled", same)
# --8<-- [end:stack]
