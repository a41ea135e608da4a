"""Schedulers that look at a loss instead of the clock."""

from typing import Any

from chainrule.optim.lr_scheduler.scheduler import Scheduler, set_lr


class Watcher(Scheduler):
    """A subclass says when progress is `slow`, and how the rates are `lowered`.

    They are lowered from where they are, also if they were set by hand. A
    SequentialLR, which has no loss to tell, cannot lead one. step raises
    TypeError for a missing loss and for what is no number; NaN is one.
    """

    def slow(self, loss: float) -> bool:
        raise NotImplementedError

    def lowered(self, lrs: list[float]) -> list[float]:
        raise NotImplementedError

    def step(self, metrics: Any = None) -> None:
        """After each epoch, with its loss."""
        if self.last_epoch >= 0:  # torch makes the first call itself
            loss = self._number(metrics)
            if self.slow(loss):
                groups = self.optimizer.param_groups
                lrs = self.lowered([float(group["lr"]) for group in groups])
                for group, lr in zip(groups, lrs, strict=True):
                    set_lr(group, lr)
        super().step()

    def _hold(self) -> None:
        """The optimizer's checkpoint has the rates: they are nobody else's."""

    def _number(self, metrics: Any) -> float:
        title = f"{type(self).__name__}.step"
        if metrics is None:
            raise TypeError(f"{title}: metrics is missing: the loss to watch")
        try:
            if isinstance(metrics, str | bytes):
                raise TypeError
            return float(metrics)
        except (TypeError, ValueError, RuntimeError):
            text = f"{title}: metrics must be a number, got {metrics!r}"
            raise TypeError(text) from None
