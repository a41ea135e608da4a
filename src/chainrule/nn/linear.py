"""The linear (affine, fully connected) layer."""

# --8<-- [start:linear]
import math

import torch
from torch import nn


def linear(x, weight, bias=None):
    """x W^T + b; the bias is added in place, into the new product."""
    y = x @ weight.T
    return y if bias is None else y.add_(bias)


class Linear(nn.Module):
    """y = x W^T + b: rows of W are neurons.

    Input (..., in_features), output (..., out_features). Parameters
    weight (out_features, in_features) and bias (out_features,) start
    uniform in ±1/sqrt(in_features), as in torch.nn.Linear. Under
    torch.autocast the output has the dtype of the product, as there.
    """

    def __init__(
        self, in_features, out_features, bias=True, device=None, dtype=None
    ):
        super().__init__()
        self.in_features, self.out_features = in_features, out_features
        like = {"device": device, "dtype": dtype}
        self.weight = nn.Parameter(
            torch.empty(out_features, in_features, **like)
        )
        if bias:
            self.bias = nn.Parameter(torch.empty(out_features, **like))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    @torch.no_grad()
    def reset_parameters(self):
        bound = 1 / math.sqrt(self.in_features or 1)
        for parameter in self.parameters():
            parameter.uniform_(-bound, bound)

    def forward(self, x):
        return linear(x, self.weight, self.bias)

    # --8<-- [end:linear]

    def extra_repr(self) -> str:
        sizes = (
            f"in_features={self.in_features}, out_features={self.out_features}"
        )
        return f"{sizes}, bias={self.bias is not None}"
