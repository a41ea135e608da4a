"""A checkpoint that does not fit is refused whole, and said why."""

import copy
import io
import re

import pytest
import torch
from helpers import courses

SHAPES = ((3, 2), (5,), ())


@pytest.fixture
def optimizer(optim):
    """Two groups, two steps old."""
    theta = courses.start(SHAPES)
    out = optim([{"params": theta[:2]}, {"params": theta[2:], "lr": 0.5}])
    courses.go(out, 2, first=5)
    return out


@pytest.fixture
def refused(optimizer):
    """Change a copy of the checkpoint, load it: ValueError, and nothing has changed."""

    def check(change, said):
        kept = copy.deepcopy(optimizer.state_dict())
        changed = copy.deepcopy(kept)
        change(changed)
        before = str(changed)
        with pytest.raises(ValueError, match=said):
            optimizer.load_state_dict(changed)
        assert str(optimizer.state_dict()) == str(kept)
        assert str(changed) == before
        # It goes on as if nothing had happened.
        other = copy.deepcopy(optimizer)
        other.load_state_dict(kept)
        ours, theirs = courses.go(optimizer, 2), courses.go(other, 2)
        assert all(map(torch.equal, ours, theirs))

    return check


def test_other_groups(refused):
    refused(lambda d: d["param_groups"].pop(), "different number of parameter groups")
    refused(lambda d: d["param_groups"][0]["params"].pop(), "match the size")


def test_values_that_would_not_be_accepted(refused):
    refused(lambda d: d["param_groups"][1].update(lr=-1.0), "learning rate: -1.0")


def test_a_state_of_no_parameter(refused):
    refused(lambda d: d["state"].update({7: {"step": 1}}), "no parameter: 7")


def test_buffers_that_are_not_those_of_the_formula(optim, refused):
    third = f"{optim.__name__}: the state of parameter 2"

    def state(d):
        return d["state"].setdefault(2, {})

    def rename(d):
        state(d)["exp_avg"] = state(d).pop(optim.buffers[-1])

    unknown = f"{third} has (no|an unknown)"
    refused(lambda d: state(d).update(exp_avg=torch.zeros(())), unknown)
    numbers = optim.clock + optim.numbers
    for name in [*optim.buffers[-1:], *numbers]:
        if len(optim.buffers) + len(numbers) > 1:  # an empty state is no fault
            refused(lambda d, n=name: state(d).pop(n), f"{third} has no {name}")
        none = f"{third} has a {name} that is no (tensor|plain number): None"
        refused(lambda d, n=name: state(d).update({n: None}), none)
    for name in optim.buffers[-1:]:
        refused(rename, f"{third} has no {name}")
        long = f"{third} has a {name} of \\(4,\\), not \\(\\)"
        refused(lambda d, n=name: state(d).update({n: torch.zeros(4)}), long)


TORCHS = [  # of torch and with what -> which class here goes on from it
    ("Adam", {}, "Adam"),
    ("Adam", {"amsgrad": True}, "AMSGrad"),
    ("AdamW", {}, "AdamW"),
    ("SGD", {}, "SGD, or TorchMomentum with momentum=0"),
    ("SGD", {"momentum": 0.8}, "TorchMomentum"),
    ("SGD", {"momentum": 0.8, "nesterov": True}, "TorchNesterov"),
    ("SGD", {"momentum": 0.8, "dampening": 0.5}, None),
    ("RMSprop", {}, "RMSprop"),
    ("RMSprop", {"centered": True}, None),
    ("RMSprop", {"momentum": 0.8}, None),
    ("Adagrad", {}, "Adagrad"),
    ("Adagrad", {"lr_decay": 0.1}, None),
    ("NAdam", {}, "NAdam"),
    ("RAdam", {}, "RAdam"),
]


@pytest.mark.slow  # hundreds, some milliseconds each
@pytest.mark.parametrize(
    ("when", "dtype"), [(0, torch.float64), (1, torch.float32), (4, torch.float64)]
)
@pytest.mark.parametrize(("name", "given", "goes_on"), TORCHS)
def test_a_checkpoint_of_torch(optim, name, given, goes_on, when, dtype):
    """Goes on as torch does, through a file; or is refused for what is missing."""
    theta = courses.start(SHAPES, dtype)
    groups = [{"params": theta[:2]}, {"params": theta[2:], "lr": 0.5}]
    theirs = getattr(torch.optim, name)(groups, weight_decay=0.2, **given)
    courses.go(theirs, when, first=5)
    file = io.BytesIO()
    torch.save(theirs.state_dict(), file)
    file.seek(0)
    saved = torch.load(file, weights_only=True)
    copied = [p.detach().clone().requires_grad_() for p in theta]
    ours = optim([{"params": copied[:2]}, {"params": copied[2:]}])
    kept, before = str(ours.state_dict()), str(saved)
    if optim.__name__ in re.findall(r"\w+", goes_on or ""):
        ours.load_state_dict(saved)
        assert str(saved) == before
        assert ours.param_groups[1]["lr"] == 0.5
        assert {*ours.param_groups[0]} == {"params", *ours.defaults}
        for p, state in ours.state.items():
            assert list(state) == [
                *optim.clock,
                *optim.buffers,
                *optim.numbers,
            ]
            assert all(state[n].dtype == p.dtype for n in optim.buffers)
        exact = dtype == torch.float64 and name != "NAdam"  # its μ₁ ⋯ μₜ is float32
        tol = 1e-12 if exact else 1e-5
        again = courses.go(ours, 9, first=5 + when)
        courses.same(again, courses.go(theirs, 9, first=5 + when), tol)
        return
    kin = {twin.split(",")[0] for n, _, twin in TORCHS if n == name and twin}
    if optim.__name__ in kin:  # the same names, another algorithm
        with pytest.raises(ValueError, match=f"^{optim.__name__}: "):
            ours.load_state_dict(saved)
        assert str(ours.state_dict()) == kept


def test_what_is_missing_in_a_checkpoint_of_torch_is_named(optim):
    """Momentum's own form is not torch's; its error says which class goes on."""
    theta = courses.start(SHAPES)
    theirs = torch.optim.SGD(theta, momentum=0.9)
    courses.go(theirs, 1)
    if optim.__name__ in ("Momentum", "Nesterov"):
        ours = optim(courses.start(SHAPES))
        said = f"parameter 0 has no m; Torch{optim.__name__} goes on from torch's"
        with pytest.raises(ValueError, match=said):
            ours.load_state_dict(theirs.state_dict())


def test_a_parameter_that_was_not_met_may_be_missing(optim, optimizer):
    saved = copy.deepcopy(optimizer.state_dict())
    saved["state"] = {}
    optimizer.load_state_dict(saved)
    assert not optimizer.state
    saved["state"] = {0: {}}
    optimizer.load_state_dict(saved)
    theta = [p for group in optimizer.param_groups for p in group["params"]]
    afresh = [p.detach().clone().requires_grad_() for p in theta]
    groups = [{"params": afresh[:2]}, {"params": afresh[2:], "lr": 0.5}]
    ours, theirs = courses.go(optimizer, 3), courses.go(optim(groups), 3)
    assert all(map(torch.equal, ours, theirs))


def test_what_a_hook_has_mended_is_loaded(optimizer):
    """torch offers the hook for checkpoints of another form."""
    good = copy.deepcopy(optimizer.state_dict())
    saved = {**good, "state": {0: {"exp_avg": torch.zeros(1)}}}
    optimizer.register_load_state_dict_pre_hook(lambda _, given: {**given, **good})
    optimizer.load_state_dict(saved)
    assert str(optimizer.state_dict()) == str(good)
