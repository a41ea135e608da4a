import torch
from helpers.prefixes import whole_prefix_model

from chainrule.generation import PrefixDecoder

UNIT = "autoregressive-decoder"


def test_step_by_step_is_all_at_once(agree):
    model = whole_prefix_model(3, 4)
    tokens = torch.tensor([[0, 1, 2, 1], [2, 2, 0, 1]])
    decoder = PrefixDecoder(model)
    found = torch.stack([decoder(column) for column in tokens.T], dim=1)
    agree(UNIT, found, model(tokens), 0, against="all at once")


def test_rows_that_go_on():
    decoder = PrefixDecoder(lambda tokens: tokens[..., None])
    decoder.select(torch.tensor([1, 0]))  # nothing said yet
    decoder(torch.tensor([5, 6, 7]))
    decoder.select(torch.tensor([2, 0, 2, 1]))
    decoder(torch.tensor([1, 2, 3, 4]))
    assert decoder.tokens.tolist() == [[7, 1], [5, 2], [7, 3], [6, 4]]
