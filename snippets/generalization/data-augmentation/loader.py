# kind: exact
"""A data set whose images are changed anew whenever they are asked for."""

# --8<-- [start:loader]
import torch

from chainrule.data import DataLoader, Dataset
from chainrule.data.transforms import RandomHorizontalFlip


class Images(Dataset):
    """Pairs (image, class)."""

    def __init__(self, images, t, transform):
        self.images, self.t, self.transform = images, t, transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, n):
        return self.transform(self.images[n]), self.t[n]


row = torch.tensor([1.0, 2, 3]).expand(5, 1, 1, 3)  # five times the same
data = Images(row, [0, 0, 0, 1, 1], RandomHorizontalFlip())
torch.manual_seed(0)
for epoch in range(3):
    x, t = next(iter(DataLoader(data, batch_size=5)))
    print(f"epoch {epoch}: first pixels", *x[:, 0, 0, 0].int().tolist())
# --8<-- [end:loader]
