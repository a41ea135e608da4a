from collections import defaultdict

import pytest
import torch

from chainrule.optim import Adam
from chainrule.optim.engine import checkpoint


@pytest.fixture
def given():
    """An optimizer, its groups, and a state that fits."""
    w = torch.zeros(2, 3, requires_grad=True)
    other = torch.zeros(4, requires_grad=True)
    optimizer = Adam([{"params": [other]}, {"params": [w]}])
    state = {"step": 3, "m": torch.zeros(2, 3), "v": torch.ones(2, 3)}
    return optimizer, optimizer.param_groups, {w: state}


def test_a_state_that_fits_and_none(given):
    optimizer, groups, state = given
    checkpoint.validate(optimizer, groups, state)
    checkpoint.validate(optimizer, groups, {})
    checkpoint.validate(optimizer, groups, {w: {} for w in state})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"v": None}, "has a v that is no tensor: None"),
        ({"v": torch.zeros(6)}, r"has a v of \(6,\), not \(2, 3\)"),
        ({"step": 3.0}, "has a step that is no plain number: 3.0"),
        ({"step": torch.tensor(3)}, "has a step that is no plain number: tensor"),
        ({"exp_avg": 1, 7: 2}, "has an unknown exp_avg, 7"),
    ],
)
def test_what_is_said_of_one_that_does_not(given, change, said):
    optimizer, groups, state = given
    for kept in state.values():
        kept.update(change)
    with pytest.raises(ValueError, match=f"^Adam: the state of parameter 1 {said}"):
        checkpoint.validate(optimizer, groups, state)


def test_missing_buffers_are_named_together(given):
    optimizer, groups, state = given
    for kept in state.values():
        del kept["m"], kept["step"]
    with pytest.raises(ValueError, match=r"parameter 1 has no step, m$"):
        checkpoint.validate(optimizer, groups, state)


def test_a_state_of_no_parameter(given):
    optimizer, groups, state = given
    state = defaultdict(dict, {**state, "fast": {}})
    with pytest.raises(ValueError, match="belongs to no parameter: fast"):
        checkpoint.validate(optimizer, groups, state)
