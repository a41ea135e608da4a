"""The pipeline of training and testing."""

# --8<-- [start:trainer]
import time

import numpy as np

from chainrule.scratch.training.evaluating import evaluating


class Trainer:
    """Trains a model by an optimizer on the batches of a loader.

    The model is a layer; metrics are functions of predictions and
    targets by name, means over samples like the loss. history has one
    entry an epoch in each list: the loss and the metrics, as the
    batches went by; seconds, validation left out; and, where there is a
    validation pair (X, t), the same as val_loss, … after the epoch.
    """

    def __init__(
        self, model, loss, optimizer, loader, validation=None, **metrics
    ):
        self.model, self.loss, self.optimizer = model, loss, optimizer
        self.loader, self.validation = loader, validation
        self.metrics = metrics
        names = ["loss", *metrics, "seconds"]
        if validation is not None:
            names += ["val_loss", *(f"val_{name}" for name in metrics)]
        self.history: dict[str, list[float]] = {name: [] for name in names}

    @property
    def epoch(self):
        """How many epochs are done."""
        return len(self.history["loss"])

    def train(self, epochs, progress=iter, after=None):
        """Go on until so many epochs are done; return the history.

        progress wraps the batches of each epoch (tqdm, for example).
        after(self) is called when an epoch is complete.
        """
        while self.epoch < epochs:
            start, samples = time.perf_counter(), 0
            total = np.zeros(1 + len(self.metrics))
            for X, t in progress(self.loader):
                total += self._forward(X, t)
                self.model.backward(self.loss.backward())
                self.optimizer.step(self.model.grads)
                samples += len(t)
            row = [*(total / samples).tolist(), time.perf_counter() - start]
            if self.validation is not None:
                row += self.test(*self.validation)
            for values, value in zip(self.history.values(), row, strict=True):
                values.append(value)
            if after is not None:
                after(self)
        return self.history

    def test(self, X, t, size=256):
        """Loss and metrics on samples, size at a time; trains nothing.

        Raises ValueError for no samples, and unless each has a target.
        """
        if len(X) != len(t) or len(X) == 0:
            raise ValueError(f"{len(X)} samples, {len(t)} targets")
        parts = [slice(k, k + size) for k in range(0, len(X), size)]
        with evaluating(self.model):
            total = sum(self._forward(X[part], t[part]) for part in parts)
        return (total / len(X)).tolist()

    def _forward(self, X, t):
        """Loss and metrics of a batch, summed over its samples."""
        y = self.model.forward(X)
        values = [self.loss.forward(y, t)]
        values += [metric(y, t) for metric in self.metrics.values()]
        return np.array(values, float) * len(t)


# --8<-- [end:trainer]
