import pytest
import torch

from chainrule import nn
from chainrule.models import TransformerLM
from chainrule.nn.position.checks import check_places

LAYERS = {
    "sinusoidal": nn.SinusoidalPositionalEncoding(4, max_len=5),
    "learned": nn.LearnedPositionalEncoding(4, max_len=5),
    "rotary": nn.RotaryPositionalEmbedding(4, max_len=5),
}


def test_what_is_there():
    check_places(0, 0, 0)
    check_places(3, 2, 5)
    with pytest.raises(ValueError, match="position 5 is beyond max_len=5"):
        check_places(3, 3, 5)


@pytest.mark.parametrize("name", LAYERS)
def test_a_negative_offset_is_not_counted_from_the_end(name):
    """As a slice, -2 would be the last rows, and -1 to 2 none."""
    for offset in (-1, -2, -5):
        with pytest.raises(ValueError, match="offset must not be negative"):
            LAYERS[name](torch.zeros(1, 2, 4), offset)


def test_nor_in_a_language_model():
    model = TransformerLM(7, 4, 2, 1, 8, max_len=5)
    with pytest.raises(ValueError, match="offset must not be negative"):
        model(torch.zeros(1, 2, dtype=torch.long), offset=-2)
