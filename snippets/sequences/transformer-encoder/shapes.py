# kind: exact
"""What goes into a Transformer and what comes out: shapes."""

# --8<-- [start:shapes]
import torch

from chainrule.models import Transformer

torch.manual_seed(0)
sizes = {"num_encoder_layers": 2, "num_decoder_layers": 2}
model = Transformer(30, d_model=16, nhead=4, dim_feedforward=64, **sizes)
src = torch.randint(1, 30, (2, 7))  # two sources of seven tokens
memory = model.encode(src)
print("source", *src.shape, "-> memory", *memory.shape)
for length in (1, 4, 12):
    tgt = torch.randint(1, 30, (2, length))
    print("target", *tgt.shape, "-> scores", *model(src, tgt).shape)
# --8<-- [end:shapes]
