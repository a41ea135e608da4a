# kind: exact
"""One sample in two batches, in training and in evaluation."""

# --8<-- [start:modes]
import torch

from chainrule.nn import BatchNorm1d

layer = BatchNorm1d(1, momentum=None, affine=False)
layer(torch.tensor([[2.0], [6.0]] * 50))  # the data: mean 4, deviation 2
sample, small, large = (torch.full((1, 1), v) for v in (7.0, 5.0, 9.0))
for mode in ("eval", "train"):
    getattr(layer, mode)()
    pairs = [torch.cat([sample, other]) for other in (small, large)]
    first = [f"{layer(pair)[0].item():5.2f}" for pair in pairs]
    print(f"{mode:5}  beside 5: {first[0]}  beside 9: {first[1]}")
    try:
        print(f"{mode:5}  alone: {layer(sample).item():5.2f}")
    except ValueError as error:
        print(f"{mode:5}  alone: {type(error).__name__}")
# --8<-- [end:modes]
