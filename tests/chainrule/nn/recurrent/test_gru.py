import pytest
from helpers.recurrent import CASES, is_torchs

UNIT = "rnn"


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("ends", [True, False])
def test_is_torchs(agree, case, ends):
    is_torchs(agree, UNIT, "GRU", ends=ends, **case)
