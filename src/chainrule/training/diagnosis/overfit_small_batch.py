"""Can the model learn a few samples by heart?"""

# --8<-- [start:small-batch]
import copy
import math
from dataclasses import dataclass

import numpy as np
from tqdm import tqdm

from chainrule.training.device import device_of, move
from chainrule.training.run.random_state import random_state, restore


@dataclass(frozen=True, eq=False)
class SmallBatch:
    """The loss before each update and at the end; what is wrong, or ""."""

    losses: np.ndarray
    below: float
    wrong: str

    @property
    def ok(self):
        return not self.wrong


# --8<-- [end:small-batch]


# --8<-- [start:overfit-small-batch]
def overfit_small_batch(
    model, loss, make_optimizer, batch, *, below=0.01, steps=500, progress=True
):
    """Train a copy of the model on one batch (x, t) until loss < below.

    make_optimizer(parameters) makes its optimizer, such as lambda w:
    Adam(w, lr=1e-3). The copy is in training mode; turn dropout and
    augmentation off. After so many steps, or once the loss is NaN or
    infinite, the answer is no, and why. Model, gradients and random
    generators are left as they were, also after an error or Ctrl-C.

    The rule is the second step of CS231n's list (Stanford, 2019), as are
    the reasons. Raises ValueError for steps below 1, a bound that is no
    number, and an optimizer of other parameters than the copy's.
    """
    if type(steps) is not int or steps < 1:
        raise ValueError(f"steps must be 1 or more, got {steps!r}")
    if not math.isfinite(below):
        raise ValueError(f"below must be finite, got {below}")
    before, losses = random_state(None), []
    quiet = None if progress else True  # None: but for people
    try:
        twin = copy.deepcopy(model).train()
        optimizer = make_optimizer(list(twin.parameters()))
        require_parameters_of(twin, optimizer)
        x, t = move(batch, device_of(twin))
        with tqdm(desc="small batch", total=steps, disable=quiet) as bar:
            for _ in range(steps + 1):
                optimizer.zero_grad()
                value = loss(twin(x), t)
                losses.append(value.item())
                if not below <= losses[-1] < math.inf or len(losses) > steps:
                    break
                value.backward()
                optimizer.step()
                bar.update()
    finally:
        restore(before, None)
    return SmallBatch(np.array(losses), below, verdict(losses, below))


# --8<-- [end:overfit-small-batch]


# --8<-- [start:verdict]
def verdict(losses, below):
    """What is wrong with a training on a small batch; "" if nothing is."""
    last, updates = losses[-1], len(losses) - 1
    said = f"the loss is {last:.4g} after {updates} updates"
    if not math.isfinite(last):
        rate = ", or the rate is too large" if updates else ", or bad inputs"
        return f"{said}: bad initialization{rate}"
    if last < below:
        return ""
    said += f", not below {below:g}: "
    if last > losses[0]:
        return (
            said + f"it has risen from {losses[0]:.4g}, the rate is too large"
        )
    if losses[0] - last < 0.1 * abs(losses[0]):
        return said + (
            "it has hardly fallen; bad initialization, the rate is too "
            "small, or the model is too small"
        )
    return said + "it falls, but too slowly, or the model is too small"


def require_parameters_of(model, optimizer):
    """ValueError for an optimizer that would change something else."""
    own = {id(w) for w in model.parameters()}
    for group in optimizer.param_groups:
        if not {id(w) for w in group["params"]} <= own:
            raise ValueError(
                "overfit_small_batch: make_optimizer(parameters) must give an "
                "optimizer of these parameters, which are those of a copy"
            )


# --8<-- [end:verdict]
