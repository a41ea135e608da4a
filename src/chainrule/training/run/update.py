"""One update, with all that practice adds to it."""

# --8<-- [start:update]
import torch

from chainrule.training.clip_grad_norm import clip_grad_norm_
from chainrule.training.device import device_of, move


class Update:
    """update(batches): one step of the optimizer for all of them.

    The gradient is that of the mean over all samples, however they are
    cut into batches: batch b counts n_b / Σ n. With dtype the forward
    pass runs under torch.autocast; for float16 the loss is scaled, and
    the gradients are scaled back before they are clipped. Where scaling
    overflowed, no step is taken, nor one of the scheduler. seen(loss, n)
    hears of each loss before its backward pass.
    """

    def __init__(
        self, model, loss, optimizer, scheduler=None, clip=None, dtype=None
    ):
        self.model, self.loss = model, loss
        self.optimizer, self.scheduler = optimizer, scheduler
        self.clip, self.dtype = clip, dtype
        self.device = device_of(model)
        self.scaler = None
        if dtype is torch.float16:
            self.scaler = torch.amp.GradScaler(self.device.type)

    def __call__(self, batches, seen):
        samples = sum([len(t) for _, t in batches])
        self.optimizer.zero_grad()
        for batch in batches:
            x, t = move(batch, self.device)
            value = self._loss(x, t)
            seen(value, len(t))
            if len(batches) > 1:
                value = value * (len(t) / samples)
            if self.scaler is not None:
                value = self.scaler.scale(value)
            value.backward()
        if self._step() and self.scheduler is not None:
            self.scheduler.step()

    def _loss(self, x, t):
        if self.dtype is None:
            return self.loss(self.model(x), t)
        with torch.autocast(self.device.type, self.dtype):
            return self.loss(self.model(x), t)

    def _step(self):
        """Whether a step was taken."""
        scaler, optimizer = self.scaler, self.optimizer
        if self.clip is not None:
            if scaler is not None:
                scaler.unscale_(optimizer)
            groups = optimizer.param_groups
            clip_grad_norm_([p for g in groups for p in g["params"]], self.clip)
        if scaler is None:
            optimizer.step()
            return True
        scale = scaler.get_scale()
        scaler.step(optimizer)
        scaler.update()
        return scaler.get_scale() >= scale


# --8<-- [end:update]
