"""One update, with all that practice adds to it."""

# --8<-- [start:update]
from contextlib import nullcontext

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
        half = dtype is torch.float16
        self.scaler = torch.amp.GradScaler(self.device.type, enabled=half)

    def __call__(self, batches, seen):
        samples = sum(len(t) for _, t in batches)
        self.optimizer.zero_grad()
        for batch in batches:
            x, t = move(batch, self.device)
            with self._precision():
                value = self.loss(self.model(x), t)
            seen(value.detach(), len(t))
            if len(batches) > 1:
                value = value * (len(t) / samples)
            self.scaler.scale(value).backward()
        if self.clip is not None:
            self.scaler.unscale_(self.optimizer)
            groups = self.optimizer.param_groups
            parameters = [p for group in groups for p in group["params"]]
            clip_grad_norm_(parameters, self.clip)
        scale = self.scaler.get_scale()
        self.scaler.step(self.optimizer)
        self.scaler.update()
        if self.scheduler and self.scaler.get_scale() >= scale:
            self.scheduler.step()

    def _precision(self):
        if self.dtype is None:
            return nullcontext()
        return torch.autocast(self.device.type, self.dtype)


# --8<-- [end:update]
