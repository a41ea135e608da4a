import math

import pytest
import torch

from chainrule.nn import SinusoidalPositionalEncoding, sinusoidal_positions

UNIT = "positional-encoding"


@pytest.mark.parametrize("d_model", [1, 2, 5, 8])
@pytest.mark.parametrize("offset", [0, 7])
def test_mistake_28_each_number_by_the_formula(agree, d_model, offset):
    """Odd sizes too; a sine and its cosine share the exponent 2i/d."""
    table = sinusoidal_positions(6, d_model, offset=offset)
    for row in range(6):
        for c in range(d_model):
            angle = (offset + row) / 10_000 ** (2 * (c // 2) / d_model)
            wave = math.sin(angle) if c % 2 == 0 else math.cos(angle)
            agree(UNIT, table[row, c], wave, 1e-12, atol=1e-15, against="the formula")


def test_a_shift_is_a_rotation(agree):
    """The vector of pos + k is a linear map of that of pos, the same for all pos."""
    table, k = sinusoidal_positions(40, 6), 3
    for i in range(3):
        w = 10_000 ** (-2 * i / 6)
        turn = torch.tensor(
            [[math.cos(w * k), math.sin(w * k)], [-math.sin(w * k), math.cos(w * k)]],
            dtype=torch.float64,
        )
        pair = table[:, 2 * i : 2 * i + 2]
        agree(UNIT, pair[:-k] @ turn.T, pair[k:], 1e-11, atol=1e-14, against="rotation")


def test_another_base():
    assert sinusoidal_positions(3, 4, base=100.0)[2, 2].item() == math.sin(2 / 10)


def test_module_adds_and_knows_the_offset():
    layer = SinusoidalPositionalEncoding(6, max_len=9)
    x = torch.randn(2, 4, 6)
    y = layer(x, offset=5)
    torch.testing.assert_close(y, x + sinusoidal_positions(4, 6, offset=5).float())
    assert not [*layer.parameters()]
    assert not layer.state_dict()


def test_mistake_29_positions_go_along_the_sequence_not_the_batch():
    layer = SinusoidalPositionalEncoding(4)
    y = layer(torch.zeros(3, 5, 4))
    assert torch.equal(y[0], y[2])
    assert not torch.equal(y[0, 0], y[0, 2])


def test_beyond_the_table():
    with pytest.raises(ValueError, match="position 5 is beyond max_len=5"):
        SinusoidalPositionalEncoding(4, max_len=5)(torch.zeros(1, 3, 4), offset=3)


@pytest.mark.parametrize("sizes", [(3, 0), (-1, 4)])
def test_no_size(sizes):
    with pytest.raises(ValueError, match="a table needs a size"):
        sinusoidal_positions(*sizes)


def test_dropout():
    layer = SinusoidalPositionalEncoding(4, dropout=0.5)
    torch.manual_seed(0)
    assert (layer(torch.ones(2, 9, 4)) == 0).any()
