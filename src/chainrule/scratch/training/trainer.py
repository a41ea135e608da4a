"""The pipeline of training and testing."""

# --8<-- [start:solver]
import time


class Solver:
    """Trains a model by an optimizer on the batches of a loader.

    history has one entry an epoch in each list: loss and accuracy, the
    means over the batches as they went by; val_loss and val_accuracy on
    the validation pair (X, t) after the epoch, where there is one; and
    seconds, validation left out.
    """

    def __init__(self, model, optimizer, loader, validation=None):
        self.model, self.optimizer = model, optimizer
        self.loader, self.validation = loader, validation
        names = ["loss", "accuracy", "seconds"]
        if validation is not None:
            names += ["val_loss", "val_accuracy"]
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
            start = time.perf_counter()
            loss = right = samples = 0.0
            for X, t in progress(self.loader):
                now, accuracy, grads = self.model.loss_and_gradients(X, t)
                self.optimizer.step(grads)
                loss += float(now) * len(t)
                right += float(accuracy) * len(t)
                samples += len(t)
            row = {"loss": loss / samples, "accuracy": right / samples}
            row["seconds"] = time.perf_counter() - start
            if self.validation is not None:
                loss, accuracy = self.test(*self.validation)
                row |= {"val_loss": loss, "val_accuracy": accuracy}
            for name, value in row.items():
                self.history[name].append(value)
            if after is not None:
                after(self)
        return self.history

    def test(self, X, t, size=256):
        """Loss and accuracy on samples, size at a time; trains nothing."""
        if len(X) != len(t) or len(X) == 0:
            raise ValueError(f"{len(X)} samples, {len(t)} classes")
        loss = right = 0.0
        for k in range(0, len(X), size):
            part = X[k : k + size], t[k : k + size]
            now, accuracy, _ = self.model.loss_and_gradients(*part)
            loss += float(now) * len(part[1])
            right += float(accuracy) * len(part[1])
        return loss / len(X), right / len(X)


# --8<-- [end:solver]
