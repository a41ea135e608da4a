"""The ReLU with a learned slope as a module."""

# --8<-- [start:prelu]
import torch
from torch import nn


class PReLU(nn.Module):
    """max(0, z) + a min(0, z) with learned slopes a, the parameter weight.

    One for all channels, or num_parameters of them: one for each entry
    of the second axis of z. They start at init. Equals torch.nn.PReLU,
    but raises ValueError for another number of channels (torch:
    RuntimeError) and for num_parameters < 1.
    """

    def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
        super().__init__()
        if num_parameters < 1:
            raise ValueError(f"no slope: num_parameters {num_parameters}")
        self.num_parameters, self.init = num_parameters, init
        like = {"device": device, "dtype": dtype}
        self.weight = nn.Parameter(torch.empty(num_parameters, **like))
        self.reset_parameters()

    @torch.no_grad()
    def reset_parameters(self):
        self.weight.fill_(self.init)

    def forward(self, z):
        n, shape = self.num_parameters, [1]
        if n > 1:
            if z.ndim < 2 or z.shape[1] != n:
                raise ValueError(f"no {n} channels: {tuple(z.shape)}")
            shape = [n] + [1] * (z.ndim - 2)
        return torch.relu(z) + self.weight.view(shape) * z.clamp(max=0)


# --8<-- [end:prelu]
