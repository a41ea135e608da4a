import pytest
import torch
from helpers.recurrent import F64, both

from chainrule import nn
from chainrule.nn import Recurrent

NAMES = ["RNN", "LSTM", "GRU"]
UNIT = "rnn"


@pytest.mark.parametrize("name", NAMES)
def test_start(agree, name):
    """Same generator state, same names and numbers as torch."""
    sizes, options = (3, 4, 2), {"bidirectional": True}
    torch.manual_seed(2)
    oracle = getattr(torch.nn, name)(*sizes, **options).state_dict()
    torch.manual_seed(2)
    ours = getattr(nn, name)(*sizes, **options).state_dict()
    assert [*ours] == [*oracle]
    for key, value in ours.items():
        agree(UNIT, value, oracle[key], 0, against=f"torch.nn.{name}")


@pytest.mark.parametrize("name", NAMES)
def test_without_the_axis_of_samples(name):
    for options in ({}, {"batch_first": True}):
        ours, oracle = both(name, 2, 3, **options)
        x = torch.randn(5, 2, **F64)
        mine, theirs = ours(x), oracle(x)
        again = ours(x, mine[1]), oracle(x, theirs[1])
        for (y, last), (z, end) in ((mine, theirs), again):
            torch.testing.assert_close(y, z, rtol=1e-12, atol=1e-13)
            torch.testing.assert_close(last, end, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("name", NAMES)
def test_in_two_parts(agree, name):
    """The state is all that is remembered."""
    layer, _ = both(name, 2, 3)
    x = torch.randn(6, 2, 2, **F64)
    y, _ = layer(x)
    first, state = layer(x[:4])
    rest, _ = layer(x[4:], state)
    agree(UNIT, torch.cat([first, rest]), y, 1e-13, atol=1e-15, against="one part")


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_behind_the_end_changes_nothing(name):
    layer, _ = both(name, 2, 3, bidirectional=True, batch_first=True)
    x, lengths = torch.randn(2, 5, 2, **F64), [3, 5]
    changed = x.clone()
    changed[0, 3:] = torch.inf
    y, _ = layer(x, lengths=lengths)
    again, _ = layer(changed, lengths=lengths)
    assert torch.equal(y, again)
    assert (y[0, 3:] == 0).all()


@pytest.mark.parametrize("name", NAMES)
def test_dropout_between_layers_in_training_only(name):
    layer = getattr(nn, name)(2, 3, num_layers=2, dropout=0.5)
    x = torch.randn(4, 2, 2)
    assert not torch.equal(layer(x)[0], layer(x)[0])
    layer.eval()
    assert torch.equal(layer(x)[0], layer(x)[0])
    alone = getattr(nn, name)(2, 3, dropout=0.5)
    assert torch.equal(alone(x)[0], alone(x)[0])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: nn.RNN(0, 3), "at least 1"),
        (lambda: nn.GRU(2, 3, num_layers=0), "at least 1"),
        (lambda: nn.RNN(2, 3)(torch.ones(4, 5)), r"x must be \(…, 2\)"),
        (lambda: nn.RNN(2, 3)(torch.ones(0, 4, 2)), "at least one step"),
        (lambda: nn.RNN(2, 3)(torch.ones(4, 1, 2), torch.ones(1, 2, 3)), "hx must be"),
        (lambda: nn.GRU(2, 3)(torch.ones(4, 2, 2), lengths=[1, 5]), "from 1 to 4"),
        (lambda: nn.GRU(2, 3)(torch.ones(4, 2, 2), lengths=[1, 0]), "from 1 to 4"),
        (lambda: nn.GRU(2, 3)(torch.ones(4, 2, 2), lengths=[1]), "2 numbers"),
    ],
)
def test_what_is_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_a_step_is_the_subclass_s():
    with pytest.raises(NotImplementedError):
        Recurrent(2, 3)(torch.ones(1, 1, 2))


def test_shows_its_sizes():
    assert "2, 3, num_layers=1" in repr(nn.LSTM(2, 3))


@pytest.mark.parametrize("name", NAMES)
def test_no_sequence_at_all(name):
    layer = getattr(nn, name)(2, 3)
    assert layer(torch.ones(4, 0, 2), lengths=[])[0].shape == (4, 0, 3)
