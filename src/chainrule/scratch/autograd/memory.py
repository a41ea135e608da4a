"""Arrays that are written to, while the way back still needs what they held."""

# --8<-- [start:no-grad]
import numpy as np


class no_grad:
    """with no_grad(): nothing is recorded, and tensors may be changed."""

    depth = 0

    def __enter__(self):
        no_grad.depth += 1

    def __exit__(self, *error):
        no_grad.depth -= 1


# --8<-- [end:no-grad]


# --8<-- [start:version]
class Memory:
    """An array, and in a list, which its views share, its version: how
    often it was changed in place.

    A change of x.data itself goes by unseen, as in torch.
    """

    data: np.ndarray
    version: list[int]
    requires_grad: bool

    def occupy(self, data, tensors=()):
        """Hold this array, perhaps a view of what one of the tensors has."""
        self.data, self.version = data, [0]
        for x in tensors if data.base is not None else ():
            if np.may_share_memory(data, x.data):
                self.version = x.version

    def change(self, value, at=...):
        """Write value in place. RuntimeError if that loses a gradient."""
        if no_grad.depth == 0 and (self.requires_grad or value.requires_grad):
            raise RuntimeError(
                "what is changed in place has no derivative: "
                "do it within no_grad(), or make a new tensor"
            )
        self.data[at] = value.data
        self.version[0] += 1
        return self


# --8<-- [end:version]


# --8<-- [start:kept]
def versions(tensors, derivatives):
    """The versions of those tensors whose arrays these functions keep.

    A function keeps, in its closure, what it will read when it is
    called. What it does not keep may change.
    """
    cells = [c for f in derivatives for c in f.__closure__ or ()]
    kept = [c.cell_contents for c in cells]
    kept = [array for array in kept if isinstance(array, np.ndarray)]
    return tuple(
        (x.version, x.version[0])
        for x in tensors
        if any(np.may_share_memory(x.data, array) for array in kept)
    )


# --8<-- [end:kept]
