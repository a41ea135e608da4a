import numpy as np
import pytest
import torch
from torch.nn.utils.rnn import pad_sequence

from chainrule.data.sequences import pad_sequences

UNIT = "vector-set-input"


@pytest.mark.parametrize("value", [0, -1, 7])
@pytest.mark.parametrize("behind", [(), (3,), (2, 3)])
@pytest.mark.parametrize("lengths", [(4, 1, 3), (2,), (0, 3), (5, 5), (0, 0)])
@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.int64])
def test_is_torchs(agree, lengths, behind, value, dtype):
    rng = np.random.default_rng(0)
    arrays = [rng.normal(5, 9, size=(n, *behind)).astype(dtype) for n in lengths]
    padded, mask = pad_sequences(arrays, value)
    tensors = [torch.tensor(array) for array in arrays]
    oracle = pad_sequence(tensors, batch_first=True, padding_value=value).numpy()
    assert padded.dtype == dtype
    assert padded.shape == oracle.shape
    if oracle.size:
        agree(UNIT, padded, oracle, 0, against="torch's pad_sequence")
    assert mask.dtype == bool
    assert mask.tolist() == [[t < n for t in range(max(lengths))] for n in lengths]


def test_what_it_is_given_is_a_copy():
    one = np.ones(2)
    padded, _ = pad_sequences([one, [1.0]])
    padded[:] = 5
    assert one.tolist() == [1, 1]


def test_kinds_are_joined():
    padded, _ = pad_sequences([[1, 2], [0.5]], np.nan)
    np.testing.assert_array_equal(padded, [[1, 2], [0.5, np.nan]])
    padded, _ = pad_sequences([[], [1, 2]])
    assert padded.dtype == int


@pytest.mark.parametrize(
    ("sequences", "value", "message"),
    [
        ([], 0, "at least one"),
        ([1, 2], 0, r"each \(T, ...\)"),
        ([np.ones((2, 3)), np.ones((2, 4))], 0, r"differ in shape: \[\(3,\), \(4,\)\]"),
        ([[1, 2], [3]], 0.5, "int64 cannot hold 0.5"),
        ([[1, 2], [3]], np.nan, "int64 cannot hold nan"),
    ],
)
def test_refuses(sequences, value, message):
    with pytest.raises(ValueError, match=message):
        pad_sequences(sequences, value)
