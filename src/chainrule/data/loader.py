"""Mini-batches of samples, in a new order every epoch."""

# --8<-- [start:loader]
import numpy as np


class Loader:
    """Samples X (N, d) and classes t (N,), a batch at a time.

    Every `for x, t in Loader(X, t, B)` is one epoch, in the order in
    which Batches would have it. All batches are put into the same
    memory: x is good until the next one comes; copy it to keep it. seed
    is a number or a NumPy Generator. Raises ValueError for lengths that
    differ, no samples and size below 1.
    """

    def __init__(self, X, t, size, seed=None):
        X, t = np.asarray(X), np.asarray(t)
        if X.ndim != 2 or t.shape != (len(X),):
            raise ValueError(
                f"X must be (N, d), t (N,), got {X.shape}, {t.shape}"
            )
        if len(X) < 1 or size < 1:
            raise ValueError(f"no batches of {size} in {len(X)} samples")
        self.X, self.t, self.size = X, t, size
        self.rng = np.random.default_rng(seed)
        self.memory = np.empty((min(size, len(X)), X.shape[1]), X.dtype)

    def __len__(self):
        return -(-len(self.X) // self.size)  # rounded up

    def __iter__(self):
        N = len(self.X)  # numbers as small as they can be: 2 bytes for MNIST
        order = np.arange(N, dtype=np.min_scalar_type(N))
        self.rng.shuffle(order)
        for k in range(0, N, self.size):
            rows = order[k : k + self.size]
            x = self.memory[: len(rows)]
            # clip: without a second copy; no row lies outside.
            yield self.X.take(rows, 0, out=x, mode="clip"), self.t[rows]

    def state(self):
        """What the order of the next epochs depends on."""
        return self.rng.bit_generator.state

    def restore(self, state):
        """Go on as the loader did whose state this is."""
        self.rng.bit_generator.state = state


# --8<-- [end:loader]
