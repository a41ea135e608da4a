import pytest
import torch

from chainrule.nn import LearnedPositionalEncoding

UNIT = "learned-positional-encoding"


def test_is_a_table_of_torch(agree):
    layer = LearnedPositionalEncoding(6, max_len=9).double()
    x = torch.randn(2, 4, 6, dtype=torch.float64, requires_grad=True)
    y = layer(x, offset=3)
    table = torch.nn.Embedding.from_pretrained(layer.table.detach())
    oracle = x + table(torch.tensor([3, 4, 5, 6]))
    agree(UNIT, y, oracle, 0, against="torch.nn.Embedding")


def test_the_gradient_reaches_the_used_rows_alone(agree):
    """Summed over the batch; the input's goes through unchanged."""
    layer = LearnedPositionalEncoding(3, max_len=6).double()
    x = torch.randn(4, 2, 3, dtype=torch.float64, requires_grad=True)
    upstream = torch.randn_like(x)
    layer(x, offset=1).backward(upstream)
    oracle = torch.zeros(6, 3, dtype=torch.float64)
    oracle[1:3] = upstream.sum(0)
    agree(UNIT, layer.table.grad, oracle, 1e-14, against="the sum")
    agree(UNIT, x.grad, upstream, 0, against="the identity")


def test_mistake_29_positions_go_along_the_sequence_not_the_batch():
    y = LearnedPositionalEncoding(4)(torch.zeros(3, 5, 4))
    assert torch.equal(y[0], y[2])
    assert not torch.equal(y[0, 0], y[0, 2])


def test_start():
    torch.manual_seed(0)
    weight = LearnedPositionalEncoding(64, max_len=1000).table
    assert abs(weight.std().item() - 0.02) < 3e-4
    assert abs(weight.mean().item()) < 3e-4


def test_beyond_the_table():
    layer = LearnedPositionalEncoding(4, max_len=5)
    assert layer(torch.zeros(1, 2, 4), offset=3).shape == (1, 2, 4)
    with pytest.raises(ValueError, match="position 5 is beyond max_len=5"):
        layer(torch.zeros(1, 3, 4), offset=3)


def test_dropout():
    layer = LearnedPositionalEncoding(4, dropout=0.5)
    torch.manual_seed(0)
    assert (layer(torch.ones(2, 9, 4)) == 0).any()
    layer.eval()
    assert (layer(torch.ones(2, 9, 4)) != 0).all()
