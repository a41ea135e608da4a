"""Where a training is, to the last bit."""

# --8<-- [start:run]
import copy
import math
from pathlib import Path

import torch

from chainrule.training.checkpoint import load, save
from chainrule.training.run.random_state import random_state, restore


class Run:
    """A training between two updates: its parts, and how far it is.

    epoch epochs are complete, and batches of the next one. history has
    a list for each name, with a number an epoch: loss, and val_loss, …
    where there is a validation set. best is a copy of the weights at
    the lowest val_loss, which came in epoch best_epoch, counted from 1.
    """

    PLACE = (
        *("epoch", "batches", "samples", "total", "start", "now"),
        *("history", "best", "best_epoch", "settings"),
    )

    def __init__(self, parts, loader, path=None, patience=1, **settings):
        self.parts = {n: part for n, part in parts.items() if part is not None}
        self.loader, self.path, self.settings = loader, path, settings
        self.epoch = self.batches = self.samples = 0
        self.total = 0.0  # of the losses, over the samples
        self.history: dict[str, list[float]] = {}
        self.best, self.best_epoch = None, 0
        self.patience, self.unread = patience, []
        self.start = self.now = random_state(loader)

    def rest(self):
        """The batches that the present epoch has left.

        Those before are read once more, with the random numbers of that
        time, and passed over.
        """
        if not self.batches:
            self.start = self.now
            return iter(self.loader)
        restore(self.start, self.loader)
        batches = iter(self.loader)
        for k in range(self.batches):
            if next(batches, None) is None:
                raise ValueError(f"fit: the loader ends after {k} batches")
        restore(self.now, self.loader)
        return batches

    def add(self, loss, samples):
        """The loss of a batch; FloatingPointError if it is not finite.

        On a GPU, losses are read a few at a time (patience): to read
        one is to wait for it.
        """
        if self.patience == 1:
            self._count(loss.item(), samples)
            return
        self.unread.append((loss.detach(), samples))
        if len(self.unread) >= self.patience:
            self.read()

    def read(self):
        """Take into account all losses that were added."""
        unread, self.unread = self.unread, []
        for loss, samples in unread:
            self._count(loss.item(), samples)

    def _count(self, value, samples):
        if not math.isfinite(value):
            raise FloatingPointError(
                f"fit: the loss is {value} in epoch {self.epoch + 1}, "
                f"step {self.batches // self.settings['accumulate'] + 1}"
            )
        self.total += value * samples
        self.samples += samples
        self.batches += 1

    @property
    def loss(self):
        """The mean of the losses of this epoch so far."""
        return self.total / self.samples if self.samples else math.nan

    def mark(self):
        """Note that here, between two updates, one can stop and go on."""
        self.read()
        self.now = random_state(self.loader)

    def close(self, scores):
        """End an epoch with what validation said."""
        self.now = None
        means = {f"val_{name}": value for name, value in scores.items()}
        before = min(self.history.get("val_loss", []), default=math.inf)
        for name, value in {"loss": self.loss, **means}.items():
            self.history.setdefault(name, []).append(value)
        self.epoch += 1
        self.batches = self.samples = 0
        self.total = 0.0
        if means.get("val_loss", math.inf) < before:
            self.best = copies(self.parts["model"].state_dict())
            self.best_epoch = self.epoch
        if "early_stopping" in self.parts:
            self.parts["early_stopping"].step(means["val_loss"])

    @property
    def stopped(self):
        """Whether early stopping, if it is there, says that it is enough."""
        rule = self.parts.get("early_stopping")
        return rule is not None and rule.stopped

    def state_dict(self):
        """All that is needed to go on bit for bit."""
        state = {name: getattr(self, name) for name in self.PLACE}
        states = {n: part.state_dict() for n, part in self.parts.items()}
        return {**state, "parts": states}

    def load_state_dict(self, state):
        """Go on from there; ValueError for a training of other parts."""
        if not {*self.PLACE, "parts"} <= {*state}:
            raise ValueError(f"fit: {self.path} is no checkpoint of fit")
        for now, was in (
            (self.settings, state["settings"]),
            ([*self.parts], [*state["parts"]]),
        ):
            if now != was:
                raise ValueError(f"fit: the checkpoint is of {was}, not {now}")
        for name, part in self.parts.items():
            part.load_state_dict(state["parts"][name])
        if "optimizer" in self.parts:  # or torch warns of a schedule before it
            self.parts["optimizer"]._opt_called = True
        for name in self.PLACE:
            setattr(self, name, state[name])
        restore(self.now, self.loader)

    def keep(self):
        """Write the checkpoint, if there is a path and a state to go on from.

        None is there while an update is under way.
        """
        if self.path is not None and self.now is not None:
            save(self.state_dict(), self.path)

    def open(self, resume):
        """Go on from the checkpoint, if there is one."""
        if self.path is None or not Path(self.path).exists():
            return
        if not resume:
            raise FileExistsError(
                f"{self.path} is there: resume=True goes on from it; to begin "
                "anew, remove it"
            )
        self.load_state_dict(load(self.path))


# --8<-- [end:run]


# --8<-- [start:copies]
def copies(state):
    """A state dict that training does not change: its own, on the CPU."""
    return {
        name: value.to("cpu", copy=True)
        if isinstance(value, torch.Tensor)
        else copy.deepcopy(value)
        for name, value in state.items()
    }


# --8<-- [end:copies]
