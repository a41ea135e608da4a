"""Modules one after the other."""

# --8<-- [start:sequential]
from torch import nn


class Sequential(nn.Module):
    """A chain of modules, itself a module; as torch.nn.Sequential.

    Their names are "0", "1", ..., so that state dicts fit torch's.
    Indices and slices work, a slice being a chain of the same modules.
    """

    def __init__(self, *modules):
        super().__init__()
        for n, module in enumerate(modules):
            self.add_module(str(n), module)

    def forward(self, x):
        for module in self:
            x = module(x)
        return x

    def __iter__(self):
        return iter(self._modules.values())

    def __len__(self):
        return len(self._modules)

    def __getitem__(self, n):
        found = [*self][n]
        return Sequential(*found) if isinstance(n, slice) else found


# --8<-- [end:sequential]
