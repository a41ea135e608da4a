"""A momentum coefficient that grows while the training settles."""

# --8<-- [start:linear-momentum]
from torch.optim.lr_scheduler import LRScheduler


class LinearMomentum(LRScheduler):
    """Moves μ from start to end in total_iters equal steps, then keeps it.

    Writes momentum into each group, or betas[0] where the optimizer is
    one of Adam's family; the learning rate is left alone, so that it can
    run beside a schedule of the rate. Call step() as often as total_iters
    counts: after each batch, or after each epoch.
    Raises ValueError for start or end outside [0, 1), total_iters < 1,
    and an optimizer without momentum.

    torch has no such class; its OneCycleLR and CyclicLR do move momentum,
    but against a rate of their own.
    """

    def __init__(
        self, optimizer, start=0.5, end=0.9, total_iters=5, last_epoch=-1
    ):
        for name, value in (("start", start), ("end", end)):
            if not 0 <= value < 1:
                raise ValueError(f"LinearMomentum: invalid {name}: {value}")
        if not total_iters >= 1:
            text = f"LinearMomentum: invalid total_iters: {total_iters}"
            raise ValueError(text)
        for group in getattr(optimizer, "param_groups", ()):
            if not {"momentum", "betas"} & group.keys():
                name = type(optimizer).__name__
                raise ValueError(f"{name} has neither momentum nor betas")
        self.start, self.end = start, end
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def get_momentum(self):
        done = min(self.last_epoch, self.total_iters) / self.total_iters
        return self.start + (self.end - self.start) * done  # (21.13)

    def get_lr(self):
        """Write the momentum, as torch's OneCycleLR does; keep the rates."""
        momentum = self.get_momentum()
        for group in self.optimizer.param_groups:
            if "momentum" in group:
                group["momentum"] = momentum
            else:
                group["betas"] = (momentum, *group["betas"][1:])
        return [group["lr"] for group in self.optimizer.param_groups]


# --8<-- [end:linear-momentum]
