"""Sequences of different lengths in one array.

>>> padded, mask = pad_sequences([[5, 6, 7], [8]])
>>> padded.tolist(), mask.astype(int).tolist()
([[5, 6, 7], [8, 0, 0]], [[1, 1, 1], [1, 0, 0]])
"""

from chainrule.data.sequences.pad_sequences import pad_sequences

__all__ = ["pad_sequences"]
