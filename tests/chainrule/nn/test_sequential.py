import pytest
import torch
from helpers.modules import pairs

from chainrule.nn import Linear, ReLU, Sequential, Tanh


def both():
    torch.manual_seed(0)
    ours = Sequential(Linear(3, 4), Tanh(), Sequential(Linear(4, 5), ReLU()))
    theirs = torch.nn.Sequential(
        torch.nn.Linear(3, 4),
        torch.nn.Tanh(),
        torch.nn.Sequential(torch.nn.Linear(4, 5), torch.nn.ReLU()),
    )
    theirs.load_state_dict(ours.state_dict())  # the same names
    return ours.double(), theirs.double()


def test_is_torchs(agree):
    z = torch.randn(6, 3, dtype=torch.float64)
    for ours, oracle in pairs(*both(), z):
        unit, against = "layer-decomposition-example", "torch.nn.Sequential"
        agree(unit, ours, oracle, 1e-14, against=against)


def test_is_a_sequence():
    ours, _ = both()
    assert len(ours) == 3
    assert [type(m).__name__ for m in ours] == ["Linear", "Tanh", "Sequential"]
    assert ours[-1] is [*ours][2]
    assert [*ours[:2]] == [*ours][:2]
    assert [*ours[:2].state_dict()] == ["0.weight", "0.bias"]
    with pytest.raises(IndexError):
        ours[3]


def test_nothing_is_the_identity():
    z = torch.randn(2)
    assert Sequential()(z) is z
