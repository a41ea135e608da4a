import pytest
import torch
from helpers.prefixes import whole_prefix_model

from chainrule.generation import PrefixDecoder, greedy

UNIT = "autoregressive-decoder"
END = 2


def by_hand(model, begin, max_length):
    """One row, by Python's max over plain lists."""
    prefix = [begin]
    while len(prefix) <= max_length:
        logits = model(torch.tensor([prefix]))[0, -1].tolist()
        prefix.append(logits.index(max(logits)))
        if prefix[-1] == END:
            break
    return prefix[1:]


@pytest.mark.parametrize("seed", range(8))
def test_always_the_largest(agree, seed):
    model = whole_prefix_model(4, 5, seed)
    begin = torch.tensor([0, 1, 2, 3])
    found = greedy(PrefixDecoder(model), begin, END, 5)
    rows = [by_hand(model, b, 5) for b in range(4)]
    length = max(map(len, rows))
    assert found.shape == (4, length)  # stops with the last row
    oracle = [row + [END] * (length - len(row)) for row in rows]
    agree(UNIT, found, oracle, 0, against="row by row, over lists")


def test_a_row_that_ended_stays_ended():
    """Row 0 ends at once; what the decoder says of it later counts for nothing."""

    def model(tokens):
        logits = torch.zeros(*tokens.shape, 3)
        logits[0, 0, END] = 1
        logits[0, 1:, 1] = 1  # would go on with 1
        logits[1, :, 0] = 1
        return logits

    found = greedy(PrefixDecoder(model), torch.tensor([0, 0]), END, 3)
    assert found.tolist() == [[END, END, END], [0, 0, 0]]


def test_one_number_for_all_rows():
    found = greedy(PrefixDecoder(whole_prefix_model(3, 2)), 1, END, 2, batch_size=3)
    assert len(found) == 3
    assert (found == found[0]).all()
    assert greedy(PrefixDecoder(whole_prefix_model(3, 2)), 1, END, 2).shape[0] == 1


def test_no_gradient_is_kept():
    weight = torch.eye(3, requires_grad=True)
    seen = []

    def model(tokens):
        seen.append(weight[tokens])
        return seen[-1]

    greedy(PrefixDecoder(model), 0, END, 2)
    assert not any(logits.requires_grad for logits in seen)
