import pytest
import torch

from chainrule.generation import PrefixDecoder, beam_search, greedy, sample

WAYS = [greedy, beam_search, sample]


def decoder():
    return PrefixDecoder(lambda tokens: torch.zeros(*tokens.shape, 5))


@pytest.mark.parametrize("decode", WAYS)
def test_what_is_refused(decode):
    with pytest.raises(ValueError, match="max_length must be at least 1, got 0"):
        decode(decoder(), 0, 1, 0)
    with pytest.raises(ValueError, match="batch_size must be at least 1, got 0"):
        decode(decoder(), 0, 1, 2, batch_size=0)
    with pytest.raises(ValueError, match=r"must be \(N,\) whole numbers, got \(2, 1\)"):
        decode(decoder(), torch.zeros(2, 1, dtype=torch.long), 1, 2)
    with pytest.raises(ValueError, match=r"got \(2,\) torch.float32"):
        decode(decoder(), torch.zeros(2), 1, 2)


@pytest.mark.parametrize("decode", WAYS)
def test_begin_as_tokens(decode):
    found = decode(decoder(), torch.tensor([3, 4]), 1, 2)
    found = found[0] if isinstance(found, tuple) else found
    assert len(found) == 2
    assert found.dtype == torch.long
