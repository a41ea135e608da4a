# kind: exact
"""The block beside torch's, with the same numbers."""

# --8<-- [start:torchs]
import torch

from chainrule import nn

torch.manual_seed(0)
x = torch.randn(3, 5, 16, dtype=torch.float64)
options = {"dropout": 0.0, "batch_first": True, "dtype": torch.float64}
for norm_first in (False, True):
    options["norm_first"] = norm_first
    theirs = torch.nn.TransformerEncoderLayer(16, 4, 64, **options)
    ours = nn.TransformerEncoderLayer(16, 4, 64, **options)
    ours.load_state_dict(theirs.state_dict())
    error = (ours(x) - theirs(x)).abs().max().item()
    print("pre " if norm_first else "post", "within 1e-12:", error < 1e-12)
# --8<-- [end:torchs]
