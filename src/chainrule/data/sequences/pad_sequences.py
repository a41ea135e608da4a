"""Sequences of different lengths in one array."""

# --8<-- [start:pad]
import numpy as np


def pad_sequences(sequences, padding_value=0):
    """The array (N, T, ...) and its mask (N, T), False where it is padded.

    sequences are N arrays (T_n, ...), T the largest of their lengths; one
    may be empty. As torch.nn.utils.rnn.pad_sequence with batch_first=True,
    and a mask. Raises ValueError for no sequence, for a number without an
    axis, for different shapes behind the first axis, and for a
    padding_value that the arrays cannot hold.
    """
    arrays = [np.asarray(sequence) for sequence in sequences]
    if not arrays or any(array.ndim < 1 for array in arrays):
        raise ValueError("sequences must be at least one, each (T, ...)")
    shapes = {array.shape[1:] for array in arrays if len(array)}
    if len(shapes) > 1:
        raise ValueError(f"vectors differ in shape: {sorted(shapes)}")
    full = [array for array in arrays if len(array)] or arrays
    dtype = np.result_type(*full)
    if dtype.kind in "iub" and padding_value % 1 != 0:
        raise ValueError(f"{dtype} cannot hold {padding_value}")
    lengths = np.array([len(array) for array in arrays])
    mask = np.arange(lengths.max()) < lengths[:, None]
    size = *mask.shape, *full[0].shape[1:]
    padded = np.full(size, padding_value, dtype)
    padded[mask] = np.concatenate(full)
    return padded, mask


# --8<-- [end:pad]
