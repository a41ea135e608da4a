"""The learning-rate range test (Smith, 2017)."""

# --8<-- [start:result]
import copy
import math
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch


@dataclass(frozen=True)
class RangeTest:
    """Rates tried, the loss before each step, and the smoothed loss."""

    lrs: np.ndarray
    losses: np.ndarray
    smoothed: np.ndarray
    diverged: bool

    @property
    def edge(self):
        """The rate at which the smoothed loss was lowest."""
        return float(self.lrs[self.smoothed.argmin()])

    @property
    def suggestion(self):
        """A tenth of the edge: well inside, still fast."""
        return self.edge / 10


# --8<-- [end:result]


# --8<-- [start:untouched]
@contextmanager
def untouched(model, optimizer):
    """On leaving, however it is left, all is as it was on entering.

    Parameters, buffers, gradients, the optimizer's state and options, and
    torch's random generators.
    """
    tensors = [*model.parameters(), *model.buffers()]
    for group in optimizer.param_groups:
        tensors += group["params"]
    values = [x.detach().clone() for x in tensors]
    grads = [None if x.grad is None else x.grad.clone() for x in tensors]
    state = copy.deepcopy(optimizer.state_dict())
    cards = {x.get_device() for x in tensors if x.is_cuda}
    with torch.random.fork_rng(devices=cards):
        try:
            yield
        finally:
            with torch.no_grad():
                for x, value, grad in zip(tensors, values, grads, strict=True):
                    x.copy_(value)
                    x.grad = grad
            optimizer.load_state_dict(state)


def again_and_again(batches, steps):
    """The first steps batches, from the start again where they end."""
    done = 0
    while done < steps:
        before = done
        for batch in batches:
            yield batch
            done += 1
            if done == steps:
                return
        if done == before:
            raise ValueError(f"lr_range_test: no more batches after {done}")


# --8<-- [end:untouched]


# --8<-- [start:range-test]
def lr_range_test(
    model,
    optimizer,
    loss_of,
    batches,
    *,
    start=1e-6,
    end=10.0,
    steps=200,
    smoothing=0.9,
    explode=4.0,
):
    """Train steps mini-batches at rates from start to end; return the curve.

    loss_of(batch) is the loss; batches are taken again and again. The rate
    grows by the same factor each time, the same for all groups. Stops when
    the smoothed loss is NaN or over explode times its lowest value. Then
    model and optimizer are as before, even after an error or Ctrl-C.

    Smith (2017), arXiv:1506.01186, raises the rate along a line and reads
    the accuracy; the exponential form with the loss is fastai's. Raises
    ValueError unless 0 < start < end, steps >= 2, 0 <= smoothing < 1 and
    explode > 1, and where there are no batches or no finite loss; TypeError
    for what is no number and no optimizer.
    """
    if not isinstance(optimizer, torch.optim.Optimizer):
        raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")
    given = {"start": start, "end": end, "steps": steps}
    given |= {"smoothing": smoothing, "explode": explode}
    for name, value in given.items():
        kind = int if name == "steps" else int | float
        if not isinstance(value, kind):
            text = f"{name} must be a number, got {value!r}"
            raise TypeError(f"lr_range_test: {text}")
    for fits, name, value in (
        (0 < start < math.inf, "start", start),
        (start < end < math.inf, "end", end),
        (steps >= 2, "steps", steps),
        (0 <= smoothing < 1, "smoothing", smoothing),
        (explode > 1, "explode", explode),
    ):
        if not fits:
            raise ValueError(f"lr_range_test: invalid {name}: {value}")
    lrs, losses, smoothed, average = [], [], [], 0.0
    with untouched(model, optimizer):
        for k, batch in enumerate(again_and_again(batches, steps)):
            lr = start * (end / start) ** (k / (steps - 1))
            for group in optimizer.param_groups:
                group["lr"] = lr
            optimizer.zero_grad()
            loss = loss_of(batch)
            loss.backward()
            average = smoothing * average + (1 - smoothing) * loss.item()
            now = average / (1 - smoothing ** (k + 1))  # without bias
            if not math.isfinite(now):
                break
            lrs.append(lr)
            losses.append(loss.item())
            smoothed.append(now)
            if now > explode * min(smoothed):
                break
            optimizer.step()
    if not losses:
        raise ValueError("lr_range_test: the first loss is not finite")
    diverged = len(losses) < steps or now > explode * min(smoothed)
    columns = np.array([lrs, losses, smoothed])
    return RangeTest(columns[0], columns[1], columns[2], diverged)


# --8<-- [end:range-test]
