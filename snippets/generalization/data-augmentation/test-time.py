# kind: exact
"""From a photograph to what a network is given at test time: shapes."""

# --8<-- [start:test-time]
import torch

from chainrule.data import transforms as T

photo = torch.rand(3, 427, 640)
small = T.Resize(256)(photo)
one = T.CenterCrop(224)(small)
five, ten = (
    torch.stack(crops(small)) for crops in (T.FiveCrop(224), T.TenCrop(224))
)
for name, x in {
    "resized": small,
    "centre": one,
    "five": five,
    "ten": ten,
}.items():
    print(f"{name:8}", *x.shape)
print("squeezed", *T.Resize((224, 224))(photo).shape)
# --8<-- [end:test-time]
