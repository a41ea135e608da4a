"""Convolution of pictures, as one matrix product for each group."""

# --8<-- [start:conv2d]
import math

import torch
from torch import nn
from torch.nn.functional import pad, unfold


class Conv2d(nn.Module):
    """Each filter's product with each window of the picture, plus a bias.

    Input (N, in_channels, H, W), output (N, out_channels, H_out, W_out).
    Names, order, defaults, state_dict, start and autocast are those of
    torch.nn.Conv2d. Raises TypeError for whole numbers, and ValueError
    for what that refuses and for a picture without the axis N.
    """

    def __init__(
        self,
        in_channels,
        out_channels,
        kernel_size,
        stride=1,
        padding=0,
        dilation=1,
        groups=1,
        bias=True,
        padding_mode="zeros",
        device=None,
        dtype=None,
    ):
        super().__init__()
        self.in_channels, self.out_channels = in_channels, out_channels
        self.groups, self.padding_mode = groups, padding_mode
        self.kernel_size = pair("kernel_size", kernel_size)
        self.stride = pair("stride", stride)
        self.dilation = pair("dilation", dilation)
        text = isinstance(padding, str)
        self.padding = padding if text else pair("padding", padding, 0)
        self.ends = self.checked_ends()
        like = {"device": device, "dtype": dtype}
        shape = out_channels, in_channels // groups, *self.kernel_size
        self.weight = nn.Parameter(torch.empty(shape, **like))
        if bias:
            self.bias = nn.Parameter(torch.empty(out_channels, **like))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    @torch.no_grad()
    def reset_parameters(self):
        bound = 1 / math.sqrt(self.weight[0].numel())
        for parameter in self.parameters():
            parameter.uniform_(-bound, bound)

    # --8<-- [end:conv2d]

    # --8<-- [start:forward]
    def forward(self, x):
        if x.dim() != 4 or x.shape[1] != self.in_channels:
            raise ValueError(
                f"x must be (N, {self.in_channels}, H, W), got {(*x.shape,)}"
            )
        if not x.is_floating_point():
            raise TypeError(f"x must be floating point, got {x.dtype}")
        mode = {"zeros": "constant"}.get(self.padding_mode, self.padding_mode)
        x = pad(x, self.ends, mode)
        windows = zip(
            x.shape[2:],
            self.kernel_size,
            self.stride,
            self.dilation,
            strict=True,
        )
        size = [(n - d * (k - 1) - 1) // s + 1 for n, k, s, d in windows]
        columns = unfold(x, self.kernel_size, self.dilation, 0, self.stride)
        filters = self.weight.flatten(1)  # a filter in each row
        split = self.groups, filters.shape[1]
        y = filters.unflatten(0, (split[0], -1)) @ columns.unflatten(1, split)
        y = y.flatten(1, 2).unflatten(2, size)
        return (
            y if self.bias is None else y + self.bias.to(y.dtype)[:, None, None]
        )

    # --8<-- [end:forward]

    def checked_ends(self):
        """Places more at the (left, right, top, bottom), as pad takes them."""
        n_in, n_out = self.in_channels, self.out_channels
        if min(n_in, n_out, self.groups) < 1 or (
            n_in % self.groups or n_out % self.groups
        ):
            raise ValueError(
                f"no convolution from {n_in} to {n_out} channels in "
                f"{self.groups} groups"
            )
        modes = "zeros", "reflect", "replicate", "circular"
        if self.padding_mode not in modes:
            raise ValueError(
                f"padding_mode must be one of {', '.join(modes)}, "
                f"got {self.padding_mode!r}"
            )
        if self.padding == "same":
            if self.stride != (1, 1):
                raise ValueError(
                    f"padding='same' with a stride of {self.stride}"
                )
            windows = zip(self.kernel_size, self.dilation, strict=True)
            more = [d * (k - 1) for k, d in windows]
            down, across = [(m // 2, m - m // 2) for m in more]
        elif self.padding == "valid":
            down = across = 0, 0
        elif isinstance(self.padding, str):
            raise ValueError(
                "padding must be 'valid', 'same' or numbers, "
                f"got {self.padding!r}"
            )
        else:
            down, across = [(p, p) for p in self.padding]
        return (*across, *down)

    def extra_repr(self) -> str:
        said = f"{self.in_channels}, {self.out_channels}"
        said += f", kernel_size={self.kernel_size}, stride={self.stride}"
        shown = {
            "padding": (self.padding, (0, 0)),
            "dilation": (self.dilation, (1, 1)),
            "groups": (self.groups, 1),
            "bias": (self.bias is not None, True),
        }
        for name, (value, default) in shown.items():
            if value != default:
                said += f", {name}={value}"
        if self.padding_mode != "zeros":
            said += f", padding_mode={self.padding_mode}"
        return said


def pair(name, value, low=1):
    """(vertical, horizontal), from those or one number, each at least low."""
    both = value if isinstance(value, tuple | list) else (value, value)
    if len(both) != 2 or not all(isinstance(n, int) and n >= low for n in both):
        raise ValueError(
            f"{name} must be one or two integers of {low} or more, "
            f"got {value!r}"
        )
    return tuple(both)
