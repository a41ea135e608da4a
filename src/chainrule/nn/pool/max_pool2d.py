"""Max pooling as a module, and min pooling beside it."""

# --8<-- [start:max-pool]
import torch

from chainrule.nn.pool.base import Pool, look, within


class MaxPool2d(Pool):
    """The largest number of each window.

    Beyond the border stands -inf, which never wins. The gradient goes to
    the first of the largest. With return_indices also where each was
    found, as row * W + column. Names, order and defaults are those of
    torch.nn.MaxPool2d. Raises TypeError for whole numbers (torch takes
    those), ValueError for what torch refuses.
    """

    def __init__(
        self,
        kernel_size,
        stride=None,
        padding=0,
        dilation=1,
        return_indices=False,
        ceil_mode=False,
    ):
        super().__init__(kernel_size, stride, padding, dilation, ceil_mode)
        self.return_indices = return_indices

    def forward(self, x):
        places = self.places(x)
        inside = within(places, x.shape[-2:])
        seen, at = look(x.detach(), places)
        seen = seen.masked_fill(~inside, -torch.inf)
        best = seen.argmax(-1, keepdim=True)
        nothing = seen.gather(-1, best) == -torch.inf
        first = inside.int().argmax(-1, keepdim=True)  # not in the padding
        best = torch.where(nothing, first, best)
        at = at.expand_as(seen).gather(-1, best).flatten(-3)
        y = x.flatten(-2).gather(-1, at)  # (35.1), and back (35.2)
        y, at = (a.view(seen.shape[:-1]) for a in (y, at))
        return (y, at) if self.return_indices else y

    # --8<-- [end:max-pool]

    def extra_repr(self) -> str:
        names = "kernel_size", "stride", "padding", "dilation", "ceil_mode"
        return ", ".join(f"{name}={getattr(self, name)}" for name in names)


# --8<-- [start:min-pool]
class MinPool2d(MaxPool2d):
    """The smallest number of each window: -max(-x); torch has none."""

    def forward(self, x):
        found = super().forward(-x)
        if self.return_indices:
            return -found[0], found[1]
        return -found  # (35.5)


# --8<-- [end:min-pool]
