"""All parameters in one vector, and back; torch.nn.utils has the same."""

# --8<-- [start:vector]
import numpy as np


def parameters_to_vector(arrays):
    """All numbers of the arrays end to end, each array row by row: (p,)."""
    return np.concatenate([np.ravel(array) for array in arrays])  # (3.10)


def vector_to_parameters(theta, arrays):
    """Write theta (p,) into the arrays, in the same order.

    Raises ValueError, and writes nothing, unless they hold p numbers.
    """
    ends = np.cumsum([array.size for array in arrays])
    if np.shape(theta) != (ends[-1],):
        raise ValueError(f"{np.shape(theta)} numbers for {ends[-1]} places")
    for array, part in zip(arrays, np.split(theta, ends[:-1]), strict=True):
        array[...] = part.reshape(array.shape)


# --8<-- [end:vector]
