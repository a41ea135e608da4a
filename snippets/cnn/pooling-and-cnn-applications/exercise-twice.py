# kind: exact
"""Two poolings in a row and one of twice the size."""

# --8<-- [start:solution]
import torch

from chainrule.nn import AvgPool2d, MaxPool2d

x = torch.randn(2, 3, 8, 8, generator=torch.Generator().manual_seed(0))
for cls in (MaxPool2d, AvgPool2d):
    twice = cls(2)(cls(2)(x))
    print(cls.__name__, torch.allclose(twice, cls(4)(x), atol=1e-6))
overlapping = MaxPool2d(3, 1)(MaxPool2d(3, 1)(x))
print("3 twice, at stride 1:", torch.equal(overlapping, MaxPool2d(5, 1)(x)))
median = x.unfold(2, 2, 2).unfold(3, 2, 2).flatten(-2).median(-1)[0]
again = median.unfold(2, 2, 2).unfold(3, 2, 2).flatten(-2).median(-1)[0]
once = x.unfold(2, 4, 4).unfold(3, 4, 4).flatten(-2).median(-1)[0]
print("medians:", torch.allclose(again, once))
# --8<-- [end:solution]
