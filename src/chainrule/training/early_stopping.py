"""Stop when the validation loss no longer falls."""

# --8<-- [start:early-stopping]
import math

from chainrule.training.run.run import copies


class EarlyStopping:
    """Stops after patience epochs in a row without a new lowest loss.

    step(loss) after each validation says whether to stop; restore()
    gives the model the weights of the best epoch, of which a copy is
    kept on the CPU. An epoch is better only if its loss is more than
    min_delta below the lowest so far; of equal ones the first counts.

    Patience counts as in Goodfellow et al. (2016), Algorithm 7.1, and in
    Keras: from the best epoch on. Prechelt (1998, "Early Stopping - But
    When?") counts in UP_s how often in a row the loss rose over the one
    before, so that one small dip starts his count anew, but not ours.
    torch's ReduceLROnPlateau acts one epoch later. Raises ValueError for
    patience below 1 and min_delta below 0.
    """

    def __init__(self, model, patience=10, min_delta=0.0):
        if type(patience) is not int or patience < 1:
            raise ValueError(f"patience must be 1 or more, got {patience!r}")
        if not 0 <= min_delta < math.inf:
            raise ValueError(f"min_delta must be 0 or more, got {min_delta}")
        self.model, self.patience, self.min_delta = model, patience, min_delta
        self.epoch = self.best_epoch = 0  # counted from 1; 0: none yet
        self.best_loss, self.best = math.inf, None

    @property
    def stopped(self):
        return self.epoch - self.best_epoch >= self.patience

    # --8<-- [end:early-stopping]

    # --8<-- [start:step]
    def step(self, loss):
        """Note the loss of an epoch; True: stop.

        Raises FloatingPointError for a loss that is NaN or infinite.
        """
        if not math.isfinite(loss := float(loss)):
            raise FloatingPointError(
                f"EarlyStopping: the loss of epoch {self.epoch + 1} is {loss}"
            )
        self.epoch += 1
        if loss < self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch = loss, self.epoch
            self.best = copies(self.model.state_dict())
        return self.stopped

    # --8<-- [end:step]

    # --8<-- [start:restore]
    def restore(self):
        """Give the model, wherever it is, the weights of the best epoch.

        Raises RuntimeError before the first step.
        """
        if self.best is None:
            raise RuntimeError("EarlyStopping: no step so far, nothing is best")
        self.model.load_state_dict(self.best)

    NOTED = ("epoch", "best_epoch", "best_loss", "best")

    def state_dict(self):
        """What was noted, best weights included; not patience, min_delta."""
        return {name: getattr(self, name) for name in self.NOTED}

    def load_state_dict(self, state):
        """Go on from there; ValueError for the state of something else."""
        if {*state} != {*self.NOTED}:
            raise ValueError(
                f"EarlyStopping: the state has {sorted(state)}, "
                f"not {sorted(self.NOTED)}"
            )
        for name in self.NOTED:
            setattr(self, name, state[name])
        if self.best is not None:
            self.best = copies(self.best)

    # --8<-- [end:restore]
