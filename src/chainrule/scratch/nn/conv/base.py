"""What layers of windows share: their sizes, and what they let in."""

# --8<-- [start:windowed]
import numpy as np

from chainrule.scratch.nn.base import Layer
from chainrule.scratch.nn.conv.checks import pair
from chainrule.scratch.nn.conv.padding import MODES
from chainrule.scratch.nn.conv.sizes import conv_output_size


class Windowed(Layer):
    """Weights for the windows of a picture, and a bias.

    A subclass calls start and then hold. Sizes are a number for both
    axes, or (vertical, horizontal).
    """

    bias: np.ndarray | None = None

    def start(self, channels, kernel_size, stride, padding, dilation, mode):
        """Sizes as pairs; sides are ((top, bottom), (left, right))."""
        if mode not in MODES:
            raise ValueError(
                f"padding_mode must be one of {', '.join(MODES)}, got {mode!r}"
            )
        self.in_channels, self.padding_mode = channels, mode
        kernel_size = pair("kernel_size", kernel_size)
        stride, dilation = pair("stride", stride), pair("dilation", dilation)
        self.window = kernel_size, stride, dilation
        if padding == "same":
            if stride != (1, 1):
                raise ValueError(f"padding='same' with a stride of {stride}")
            more = [
                d * (k - 1) for k, d in zip(kernel_size, dilation, strict=True)
            ]
            self.sides = tuple((m // 2, m - m // 2) for m in more)
        else:
            ends = pair("padding", 0 if padding == "valid" else padding, 0)
            self.sides = tuple((p, p) for p in ends)

    # --8<-- [end:windowed]

    # --8<-- [start:hold]
    def hold(self, shape, fan_in, bias_shape, rng, dtype):
        """Weights, and a bias unless its shape is None, as torch starts."""
        rng = np.random.default_rng(rng)
        arrays = [
            (rng.uniform(-1, 1, size) / np.sqrt(fan_in)).astype(dtype)
            for size in (shape, bias_shape)
            if size is not None
        ]
        self._pairs = [(array, np.zeros_like(array)) for array in arrays]
        self.weight, self.grad_weight = self._pairs[0]
        if bias_shape is not None:
            self.bias, self.grad_bias = self._pairs[1]

    def parameters(self):
        return list(self._pairs)

    # --8<-- [end:hold]

    def fit(self, sizes):
        """(H_out, W_out) for the sizes (H, W) of a padded picture."""
        return tuple(
            conv_output_size(n, k, s, 0, d)
            for n, k, s, d in zip(sizes, *self.window, strict=True)
        )
