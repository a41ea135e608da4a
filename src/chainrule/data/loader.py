"""Mini-batches of samples, in a new order every epoch."""

# --8<-- [start:loader]
import numpy as np

from chainrule.data.batches import Batches


class Loader:
    """Samples X (N, d) and classes t (N,), a batch at a time.

    Every `for x, t in Loader(X, t, B)` is one epoch, in the order of
    Batches; two may run side by side. Batches are copies: they can be
    kept and changed. seed is a number or a NumPy Generator. Raises
    ValueError for lengths that differ, no samples and size below 1.
    """

    def __init__(self, X, t, size, seed=None):
        X, t = np.asarray(X), np.asarray(t)
        if X.ndim != 2 or t.shape != (len(X),):
            raise ValueError(
                f"X must be (N, d), t (N,), got {X.shape}, {t.shape}"
            )
        # Row numbers as small as they can be: 2 bytes each for MNIST.
        small = np.min_scalar_type(len(X))
        self.batches = Batches(len(X), size, seed, dtype=small)
        self.X, self.t = X, t

    def __len__(self):
        return len(self.batches)

    def __iter__(self):
        for rows in self.batches:
            yield self.X[rows], self.t[rows]

    def state(self):
        """What the order of the next epochs depends on."""
        return self.batches.rng.bit_generator.state

    def restore(self, state):
        """Go on as the loader did whose state this is."""
        self.batches.rng.bit_generator.state = state


# --8<-- [end:loader]
