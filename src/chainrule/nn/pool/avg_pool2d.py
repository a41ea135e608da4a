"""Average pooling as a module."""

# --8<-- [start:avg-pool]
from chainrule.nn.conv2d import pair
from chainrule.nn.pool.base import Pool, look, within


class AvgPool2d(Pool):
    """The mean of each window.

    The zeros of the padding count as well, unless count_include_pad is
    false; what a last window of ceil_mode sees behind them never does.
    divisor_override divides instead of the count. Names, order and
    defaults are those of torch.nn.AvgPool2d. Raises TypeError for whole
    numbers, ValueError for a divisor of 0 and what torch refuses.
    """

    def __init__(
        self,
        kernel_size,
        stride=None,
        padding=0,
        ceil_mode=False,
        count_include_pad=True,
        divisor_override=None,
    ):
        super().__init__(kernel_size, stride, padding, 1, ceil_mode)
        if divisor_override == 0:
            raise ValueError("divisor_override must not be 0")
        self.count_include_pad = count_include_pad
        self.divisor_override = divisor_override

    def forward(self, x):
        places, sizes = self.places(x), x.shape[-2:]
        inside = within(places, sizes)
        counted = inside
        if self.count_include_pad:
            counted = within(places, sizes, pair("padding", self.padding, 0))
        seen, _ = look(x, places)
        total = seen.masked_fill(~inside, 0).sum(-1)
        return total / (self.divisor_override or counted.sum(-1))  # (35.4)

    # --8<-- [end:avg-pool]

    def extra_repr(self) -> str:
        names = "kernel_size", "stride", "padding"
        return ", ".join(f"{name}={getattr(self, name)}" for name in names)
