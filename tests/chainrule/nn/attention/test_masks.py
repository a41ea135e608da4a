import math

import pytest
import torch

from chainrule.nn import causal_mask
from chainrule.nn.attention.masks import taking_part


def test_who_looks_ahead():
    assert causal_mask(3).tolist() == [
        [False, True, True],
        [False, False, True],
        [False, False, False],
    ]


@pytest.mark.parametrize(
    ("length", "keys", "offset"), [(2, 5, 3), (3, 4, 1), (1, 1, 0)]
)
def test_by_two_loops(length, keys, offset):
    mask = causal_mask(length, keys, offset)
    for t in range(length):
        for s in range(keys):
            assert mask[t, s] == (s > offset + t)


def test_is_torchs():
    oracle = torch.nn.Transformer.generate_square_subsequent_mask(5)
    assert torch.equal(causal_mask(5), oracle == -math.inf)


def test_no_mask_of_none():
    assert taking_part(None, None, 2) is None


def test_two_boolean_ones():
    padding = torch.tensor([[False, False, True], [False, True, True]])
    mask = taking_part(causal_mask(3), padding, 2)
    assert mask.shape == (2, 1, 3, 3)
    for n in range(2):
        for t in range(3):
            for s in range(3):
                hidden = s > t or bool(padding[n, s])
                assert mask[n, 0, t, s] != hidden


def test_numbers_and_truths_mixed():
    added = torch.arange(6.0).reshape(2, 3)
    mask = taking_part(added, torch.tensor([[True, False, False]]), 1)
    assert mask.squeeze().tolist() == [[-math.inf, 1, 2], [-math.inf, 4, 5]]


def test_one_mask_for_each_head():
    masks = torch.rand(6, 2, 3) > 0.5
    assert torch.equal(taking_part(masks, None, 3), ~masks.reshape(2, 3, 2, 3))


@pytest.mark.parametrize("which", ["attn_mask", "key_padding_mask"])
def test_whole_numbers_are_no_mask(which):
    masks = {"attn_mask": None, "key_padding_mask": None}
    masks[which] = torch.zeros(2, 3, dtype=torch.uint8)
    with pytest.raises(TypeError, match=f"{which} must be boolean or floating"):
        taking_part(**masks, num_heads=1)
