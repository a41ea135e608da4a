"""Interrupted and continued, copied or loaded, every optimizer goes on bit for bit."""

import copy
import io
import pickle

import pytest
import torch
from helpers import courses

pytestmark = pytest.mark.slow  # thousands, a millisecond each
SHAPES = ((3, 2), (5,), (), (40,))


def weights_of(optimizer):
    return [p for group in optimizer.param_groups for p in group["params"]]


def through_state_dict(optim, optimizer):
    theta = [p.detach().clone().requires_grad_() for p in weights_of(optimizer)]
    other = optim(theta, lr=123.0)
    other.load_state_dict(optimizer.state_dict())
    return other


def through_file(optim, optimizer):
    file = io.BytesIO()
    torch.save(optimizer.state_dict(), file)
    file.seek(0)
    theta = [p.detach().clone().requires_grad_() for p in weights_of(optimizer)]
    other = optim(theta, lr=123.0)
    other.load_state_dict(torch.load(file, weights_only=True))
    return other


WAYS = {
    "state_dict": through_state_dict,
    "torch.load": through_file,
    "pickle": lambda optim, optimizer: pickle.loads(pickle.dumps(optimizer)),
    "deepcopy": lambda optim, optimizer: copy.deepcopy(optimizer),
}


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.bfloat16])
@pytest.mark.parametrize("way", WAYS)
def test_goes_on_bit_for_bit(optim, other, way, dtype, fused):
    optimizer = optim(courses.start(SHAPES, dtype), fused=fused, **other)
    courses.go(optimizer, 4)
    copied = WAYS[way](optim, optimizer)
    # Both go on, one after the other: they must not share a buffer.
    ours, theirs = courses.go(copied, 9, first=4), courses.go(optimizer, 9, first=4)
    assert all(map(torch.equal, ours, theirs))
    assert repr(copied) == repr(optimizer)


@pytest.mark.parametrize("way", WAYS)
def test_goes_on_with_tensor_lr_and_late_weights(optim, way):
    theta = courses.start(SHAPES)
    optimizer = optim(theta[:2], lr=torch.tensor(0.03, dtype=torch.float64))
    courses.go(optimizer, 4)
    for p in theta[2:]:
        optimizer.add_param_group({"params": p})
    courses.go(optimizer, 2)
    if way == "pickle" or way == "deepcopy":
        copied = WAYS[way](optim, optimizer)
    else:
        groups = [
            {"params": [p.detach().clone().requires_grad_() for p in g["params"]]}
            for g in optimizer.param_groups
        ]
        copied = optim(groups)
        copied.load_state_dict(optimizer.state_dict())
    ours, theirs = courses.go(copied, 9, first=6), courses.go(optimizer, 9, first=6)
    assert all(map(torch.equal, ours, theirs))


def test_state_holds_plain_numbers_and_named_buffers(optim):
    optimizer = optim(courses.start(SHAPES))
    courses.go(optimizer, 1)
    state = optimizer.state_dict()["state"]
    if optim.clock or optim.buffers or optim.numbers:
        assert len(state) == len(SHAPES) - 1  # one had no gradient yet
    for kept in state.values():
        assert list(kept) == [*optim.clock, *optim.buffers, *optim.numbers]
        assert all(type(kept[name]) is float for name in optim.numbers)
        assert kept.get("step", 1) == 1


def test_a_checkpoint_older_than_an_option_can_be_loaded(optim):
    optimizer = optim(courses.start(SHAPES))
    courses.go(optimizer, 3)
    old = copy.deepcopy(optimizer.state_dict())
    for group in old["param_groups"]:
        for name in ("maximize", "foreach", "fused", "weight_decay"):
            group.pop(name)
    optimizer.load_state_dict(old)
    theirs = optim(courses.start(SHAPES))
    assert all(map(torch.equal, courses.go(optimizer, 3, 3), courses.go(theirs, 6)))


def test_loading_leaves_the_checkpoint_alone(optim):
    optimizer = optim(courses.start(SHAPES))
    courses.go(optimizer, 3)
    saved = copy.deepcopy(optimizer.state_dict())
    kept = copy.deepcopy(saved)
    optimizer.load_state_dict(saved)
    courses.go(optimizer, 3, first=3)
    for i, state in kept["state"].items():
        for name, value in state.items():
            assert torch.equal(
                torch.as_tensor(value), torch.as_tensor(saved["state"][i][name])
            )
