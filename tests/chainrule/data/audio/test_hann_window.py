import pytest
import torch

from chainrule.data.audio import hann_window


@pytest.mark.parametrize("length", [1, 2, 5, 400])
def test_is_torchs(agree, length):
    oracle = torch.hann_window(length, dtype=torch.float64)
    if length == 1:  # torch's single one is 1: there the periodic form is 0
        assert oracle.tolist() == [1]
        assert hann_window(1).tolist() == [0]
    else:
        ours = hann_window(length)
        agree("speech-frames", ours, oracle, 1e-12, atol=1e-15, against="torch")


def test_refuses_an_empty_one():
    with pytest.raises(ValueError, match="no window of 0 samples"):
        hann_window(0)
