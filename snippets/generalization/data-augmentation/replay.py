# kind: exact
"""A sample is drawn, replayed by its numbers, and drawn again by its seed."""

# --8<-- [start:replay]
import torch

from chainrule.data import transforms as T

augment = T.Compose(
    [
        T.RandomResizedCrop(8),
        T.RandomHorizontalFlip(),
        T.ColorJitter(brightness=0.4),
    ]
)
image = torch.linspace(0, 1, 3600).view(3, 30, 40)
for seed in (0, 1, 0):
    sample, numbers = augment.sample(image, torch.Generator().manual_seed(seed))
    box, flip, [(name, factor)] = numbers
    print(f"seed {seed}: {box}, {flip!s:5}, {name} {factor:.2f}")
print(torch.equal(sample, augment.apply(image, numbers)))
# --8<-- [end:replay]
