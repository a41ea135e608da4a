"""What pooling layers share: the places that each window looks at."""

# --8<-- [start:pool]
import torch
from torch import nn

from chainrule.nn.conv2d import pair


class Pool(nn.Module):
    """One number for each window: (N, C, H, W) or (C, H, W), as torch.nn."""

    def __init__(self, kernel_size, stride, padding, dilation, ceil_mode):
        super().__init__()
        self.kernel_size, self.padding = kernel_size, padding
        self.stride = kernel_size if stride is None else stride
        self.dilation, self.ceil_mode = dilation, ceil_mode
        names = "kernel_size", "stride", "padding", "dilation"
        lows = 1, 1, 0, 1
        pairs = [
            pair(name, getattr(self, name), low)
            for name, low in zip(names, lows, strict=True)
        ]
        self.axes = [*zip(*pairs, strict=True)]  # (k, s, p, d), down and across
        if any(2 * p > d * (k - 1) + 1 for k, _, p, d in self.axes):
            raise ValueError(
                f"padding {padding} must be at most half of "
                f"kernel_size {kernel_size}"
            )

    def places(self, x):
        """Rows (H_out, 1, kh, 1) and columns (1, W_out, 1, kw) seen.

        They are counted from the first of x: negative ones, and those
        after its last, lie in the padding or beyond.
        """
        if x.dim() not in (3, 4):
            raise ValueError(f"x must be (N, C, H, W), got {(*x.shape,)}")
        if not x.is_floating_point():
            raise TypeError(f"x must be floating point, got {x.dtype}")
        found = []
        for size, axis in zip(x.shape[-2:], self.axes, strict=True):
            k, s, p, d = axis
            starts = torch.arange(self.fit(size, *axis), device=x.device)
            window = d * torch.arange(k, device=x.device)
            found.append((starts * s - p)[:, None] + window)
        return found[0][:, None, :, None], found[1][None, :, None, :]

    def fit(self, size, k, s, p, d):
        """How many windows fit: (34.2), and (35.3) with ceil_mode."""
        left = size + 2 * p - d * (k - 1) - 1
        if left < 0:
            raise ValueError(
                f"a window over {d * (k - 1) + 1} places does not fit into "
                f"{size} with padding {p}"
            )
        if not self.ceil_mode:
            return left // s + 1
        count = -(-left // s) + 1  # rounded up
        return count - ((count - 1) * s >= size + p)


# --8<-- [end:pool]


# --8<-- [start:within]
def within(places, sizes, margin=(0, 0)):
    """Which places of each window lie in the picture, or its margin."""
    rows, columns = [
        (at >= -m) & (at < size + m)
        for at, size, m in zip(places, sizes, margin, strict=True)
    ]
    return (rows & columns).flatten(2)  # (H_out, W_out, kh kw)


def look(x, places):
    """x there (..., H_out, W_out, kh kw), and where: row * W + column.

    Beyond the picture it sees the nearest pixel of its border.
    """
    rows, columns = [
        at.clamp(0, size - 1)
        for at, size in zip(places, x.shape[-2:], strict=True)
    ]
    at = (rows * x.shape[-1] + columns).flatten(2)
    seen = x.flatten(-2).index_select(-1, at.flatten())
    return seen.unflatten(-1, at.shape), at


# --8<-- [end:within]
