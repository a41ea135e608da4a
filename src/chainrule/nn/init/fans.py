"""How many numbers a neuron adds up, and how many neurons use its output."""

# --8<-- [start:fans]
import math


def fan_in_and_fan_out(tensor):
    """n_in and n_out of a weight (n_out, n_in), or (n_out, n_in, ...).

    The further axes are a kernel's: each of its places counts. Raises
    ValueError for fewer than two axes, as a bias has.
    """
    if tensor.ndim < 2:
        raise ValueError(
            "Fan in and fan out can not be computed for tensor with fewer "
            f"than 2 dimensions, got {tuple(tensor.shape)}"
        )
    places = math.prod(tensor.shape[2:])
    return tensor.shape[1] * places, tensor.shape[0] * places


# --8<-- [end:fans]
