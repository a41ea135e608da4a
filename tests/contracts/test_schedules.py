"""What every learning-rate schedule promises, asked of all that are exported.

Nothing here names a schedule: what chainrule.optim.lr_scheduler exports is asked,
and its NumPy twin is the function of the same module in chainrule.scratch.
"""

import copy
import inspect
import io
import math
import pickle

import numpy as np
import pytest
import torch
from torch.optim.lr_scheduler import LRScheduler, SequentialLR

import chainrule.optim
import chainrule.optim.lr_scheduler as ours
import chainrule.scratch.optim.lr_scheduler as twins

pytestmark = pytest.mark.slow  # hundreds, a few milliseconds each
CLASSES = [
    cls
    for cls in vars(ours).values()
    if isinstance(cls, type)
    and issubclass(cls, LRScheduler)
    and cls is not getattr(ours, "Schedule", None)
]
OPTIMIZERS = [
    torch.optim.SGD,
    torch.optim.Adam,
    chainrule.optim.Momentum,
    chainrule.optim.Adam,
]
# Values far from the defaults, by the name of the argument.
OTHER = {
    "T_0": 5,
    "T_max": 150,
    "T_mult": 2,
    "b": 7.0,
    "base_lr": 0.02,
    "cooldown": 2,
    "d_model": 48,
    "eta_min": 0.003,
    "factor": 0.7,
    "gamma": 0.97,
    "max_lr": 0.3,
    "min_lr": 0.004,
    "patience": 2,
    "pct_start": 0.4,
    "step_size": 9,
    "step_size_down": 11,
    "step_size_up": 6,
    "threshold": 0.02,
    "total_iters": 13,
    "total_steps": 400,
    "warmup_steps": 17,
}
NAN = math.nan
BAD = {
    "T_0": [0, -3, 2.5],
    "T_max": [0, -1, NAN],
    "T_mult": [0, 1.5],
    "anneal_strategy": ["cosine"],
    "b": [0, -1, NAN],
    "base_lr": [-0.1, 9.0, NAN],
    "base_momentum": [-0.1, 0.99, NAN],
    "cooldown": [-1, NAN],
    "d_model": [0, -512, NAN],
    "div_factor": [0, 0.5, NAN],
    "end": [-0.1, 1.0, NAN],
    "eps": [-1e-9, NAN],
    "eta_min": [-0.1, NAN, math.inf],
    "factor": [0, 1.0, -0.5, NAN],
    "final_div_factor": [0, NAN],
    "gamma": [0, -0.5, NAN, math.inf],
    "max_lr": [-0.1, NAN, math.inf],
    "max_momentum": [0.1, 1.0, NAN],
    "min_lr": [-0.1, NAN],
    "mode": ["sawtooth"],
    "patience": [-1, NAN],
    "pct_start": [0.0, 1.0, -1, NAN],
    "start": [-0.1, 1.0, NAN],
    "step_size": [0, -2, NAN],
    "step_size_down": [0, -2, NAN],
    "step_size_up": [0, -2, NAN],
    "threshold": [-0.1, 1.0, NAN],
    "threshold_mode": ["relative"],
    "total_iters": [0, -5, NAN],
    "total_steps": [0, 2, -7],
    "warmup_steps": [0, -1, NAN],
}
SHAPES = ((3, 2), (5,))
EPOCH = "ignore:The epoch parameter"  # SequentialLR of older torch


@pytest.fixture(params=CLASSES, ids=lambda cls: cls.__name__)
def cls(request):
    return request.param


@pytest.fixture(params=OPTIMIZERS, ids=lambda c: f"{c.__module__.split('.')[0]}")
def optimizer_class(request):
    return request.param


def arguments(cls):
    names = [n for n in inspect.signature(cls).parameters if n in OTHER]
    return {name: OTHER[name] for name in names}


def watches(cls):
    """Whether step() has to be told a loss."""
    return "metrics" in inspect.signature(cls.step).parameters


def loss(k):
    """A course with slow, fast and rising parts."""
    return 1 / (1 + k / 10) + 0.05 * math.sin(k)


def groups(optimizer_class, lrs=(0.1, 0.02)):
    generator = torch.Generator().manual_seed(0)
    theta = [torch.randn(s, generator=generator).requires_grad_() for s in SHAPES]
    pairs = zip(theta, lrs, strict=True)
    given = {"momentum": 0.9} if optimizer_class is torch.optim.SGD else {}
    return optimizer_class([{"params": [p], "lr": lr} for p, lr in pairs], **given)


def make(cls, optimizer, **given):
    """The schedule, if it is for such an optimizer."""
    try:
        return cls(optimizer, **{**arguments(cls), **given})
    except ValueError as error:
        if "betas" not in str(error):
            raise
        pytest.skip("needs betas")


def go(optimizer, schedule, steps, first=0):
    """The way of rates, momenta and weights."""
    way = []
    for k in range(first, first + steps):
        for group in optimizer.param_groups:
            for p in group["params"]:
                p.grad = torch.cos(p.detach() + k)
            kept = [p.detach().flatten() for p in group["params"]]
            momentum = group.get("momentum", group.get("betas"))
            way.append((float(group["lr"]), momentum, torch.cat(kept).tolist()))
        optimizer.step()
        schedule.step(*[loss(k)] * watches(type(schedule)))
    return way


def through_file(state):
    file = io.BytesIO()
    torch.save(state, file)
    file.seek(0)
    return torch.load(file, weights_only=True)


def plain(x):
    if isinstance(x, dict):
        return all(map(plain, [*x, *x.values()]))
    if isinstance(x, list | tuple):
        return all(map(plain, x))
    return x is None or type(x) in (bool, int, float, str)


def test_there_are_some():
    assert len(CLASSES) >= 14


def afresh(optimizer, optimizer_class, lrs=(9.0, 8.0)):
    """Another of the same weights; its own state and rates are yet to be loaded."""
    other = groups(optimizer_class, lrs=lrs[:2])
    for lr in lrs[2:]:
        other.add_param_group(
            {"params": [torch.zeros(2, requires_grad=True)], "lr": lr}
        )
    with torch.no_grad():
        for a, b in zip(other.param_groups, optimizer.param_groups, strict=True):
            a["params"][0].copy_(b["params"][0])
    return other


def settings(optimizer):
    return [
        (float(g["lr"]), g.get("momentum", g.get("betas")))
        for g in optimizer.param_groups
    ]


ORDERS = ["osS", "soS", "sSo"]  # load the optimizer, make a scheduler, load it


def resumed(optimizer_class, optimizer, schedule, made):
    """Pairs of objects, loaded in every order, that stand where these two do."""
    for order in ORDERS:
        # Anew for each: torch's optimizers take the tensors that they load.
        saved = through_file([optimizer.state_dict(), schedule.state_dict()])
        other, again = afresh(optimizer, optimizer_class), None
        for letter in order:
            if letter == "o":
                other.load_state_dict(saved[0])
            elif letter == "s":
                again = made(other)
            else:
                again.load_state_dict(saved[1])
        assert settings(other) == settings(optimizer), order
        yield order, other, again


@pytest.mark.parametrize("when", [0, 1, 7, 33])
def test_goes_on_bit_for_bit(cls, optimizer_class, when):
    optimizer = groups(optimizer_class)
    schedule = make(cls, optimizer)
    go(optimizer, schedule, when)
    pairs = [*resumed(optimizer_class, optimizer, schedule, lambda o: make(cls, o))]
    assert {(*again.get_last_lr(),) for _, _, again in pairs} == {
        (*schedule.get_last_lr(),)
    }
    way = go(optimizer, schedule, 30, when)
    for order, other, again in pairs:
        assert go(other, again, 30, when) == way, order


def test_goes_back_to_a_checkpoint(cls):
    """The same objects load it later, in either order."""
    optimizer = groups(torch.optim.Adam)
    schedule = make(cls, optimizer)
    go(optimizer, schedule, 7)
    saved = through_file([optimizer.state_dict(), schedule.state_dict()])
    before = settings(optimizer)
    for order in (1, -1):
        go(optimizer, schedule, 11)
        pairs = [*zip((optimizer, schedule), saved, strict=True)]
        for thing, state in pairs[::order]:
            thing.load_state_dict(state)
        assert settings(optimizer) == before
        assert schedule.last_epoch == 7


def test_a_rate_set_by_hand_is_loaded_with_the_optimizer(cls):
    optimizer = groups(torch.optim.Adam)
    schedule = make(cls, optimizer)
    go(optimizer, schedule, 3)
    optimizer.param_groups[0]["lr"] = 0.0123
    saved = through_file([optimizer.state_dict(), schedule.state_dict()])
    other = afresh(optimizer, torch.optim.Adam)
    again = make(cls, other)
    other.load_state_dict(saved[0])
    again.load_state_dict(saved[1])
    assert settings(other) == settings(optimizer)


@pytest.mark.filterwarnings(EPOCH)
@pytest.mark.parametrize("when", [0, 3, 10, 25])
def test_goes_on_in_a_sequence(cls, when):
    if watches(cls) or not issubclass(cls, ours.Schedule):
        pytest.skip("has no rate of its own")

    def chain(optimizer):
        each = [ours.LinearWarmup(optimizer, 13), make(cls, optimizer)]
        each.append(ours.InverseTimeLR(optimizer, 5))
        return SequentialLR(optimizer, each, milestones=[8, 20])

    optimizer = groups(torch.optim.Adam)
    schedule = chain(optimizer)
    go(optimizer, schedule, when)
    pairs = [*resumed(torch.optim.Adam, optimizer, schedule, chain)]
    way = go(optimizer, schedule, 30, when)
    for order, other, again in pairs:
        assert go(other, again, 30, when) == way, order


@pytest.mark.filterwarnings(EPOCH)
@pytest.mark.parametrize("when", [0, 3, 10, 25])
@pytest.mark.parametrize("order", ["soS", "sSo"])
@pytest.mark.parametrize("first", [True, False], ids=["ours first", "torch's first"])
def test_goes_on_in_a_sequence_with_torchs(when, order, first):
    """Its schedulers write nothing when they are loaded; ours must not for them."""

    def chain(optimizer):
        if first:
            warm = ours.LinearWarmup(optimizer, 13)
            then = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 50)
        else:
            warm = torch.optim.lr_scheduler.LinearLR(optimizer, 0.1, 1.0, 13)
            then = ours.CosineAnnealingLR(optimizer, 50)
        return SequentialLR(optimizer, [warm, then], milestones=[8])

    optimizer = groups(torch.optim.Adam)
    schedule = chain(optimizer)
    go(optimizer, schedule, when)
    saved = through_file([optimizer.state_dict(), schedule.state_dict()])
    other = afresh(optimizer, torch.optim.Adam)
    again = chain(other)
    loads = [(other, saved[0]), (again, saved[1])]
    for thing, state in loads if order == "soS" else loads[::-1]:
        thing.load_state_dict(state)
    assert settings(other) == settings(optimizer)
    assert go(other, again, 30, when) == go(optimizer, schedule, 30, when)


def late(optimizer, **given):
    new = torch.ones(2, requires_grad=True)
    optimizer.add_param_group({"params": [new], **given})


@pytest.mark.parametrize("when", [0, 1, 6])
def test_a_late_group_is_scheduled(cls, optimizer_class, when):
    """And the others go on as if it were not there."""
    optimizer, alone = groups(optimizer_class), groups(optimizer_class)
    schedule, other = make(cls, optimizer), make(cls, alone)
    go(optimizer, schedule, when)
    go(alone, other, when)
    late(optimizer, lr=0.1)
    assert optimizer.param_groups[2]["lr"] == 0.1
    ways = go(optimizer, schedule, 40, when), go(alone, other, 40, when)
    assert ways[0][0::3] == ways[1][0::2]
    assert ways[0][1::3] == ways[1][1::2]
    moves = schedule.get_momentum() is not None
    for new, first in zip(ways[0][5::3], ways[1][2::2], strict=True):
        assert 0 <= new[0] < math.inf
        if schedule_rises(cls):  # its rate is the top, as that of the first
            assert new[0] == first[0]
        if moves:
            assert new[1] == first[1]
    assert len(schedule.get_last_lr()) == 3


def schedule_rises(cls):
    return getattr(cls, "rising", False)


CHAINED = {  # torch's of the same name that multiply what they find
    name: getattr(torch.optim.lr_scheduler, name)
    for name in ("StepLR", "ExponentialLR", "CosineAnnealingLR", "ReduceLROnPlateau")
}


@pytest.mark.parametrize("when", [0, 1, 6])
@pytest.mark.parametrize("name", CHAINED)
def test_a_late_group_goes_as_under_torch(agree, name, when):
    def way(cls):
        optimizer = groups(torch.optim.Adam)
        schedule = make(cls, optimizer)
        go(optimizer, schedule, when)
        late(optimizer, lr=0.07)
        return [lr for lr, *_ in go(optimizer, schedule, 60, when)]

    against = f"torch.optim.lr_scheduler.{name}"
    unit = "learning-rate-scheduling"
    agree(unit, way(getattr(ours, name)), way(CHAINED[name]), 1e-12, against=against)


def test_a_falling_schedule_takes_a_late_group_from_its_rate(cls):
    """No jump: it is where it was put, and falls as the others fall."""
    if watches(cls) or schedule_rises(cls) or not issubclass(cls, ours.Schedule):
        pytest.skip("not a falling one")
    optimizer = groups(torch.optim.Adam)
    schedule = make(cls, optimizer)
    go(optimizer, schedule, 5)
    now = optimizer.param_groups[0]["lr"]
    late(optimizer, lr=now)
    late(optimizer, lr=3.0, initial_lr=0.1)  # its first rate, told
    way = [lr for lr, *_ in go(optimizer, schedule, 30)]
    assert way[2] == now
    assert way[6::4] == pytest.approx(way[4::4], rel=1e-12)
    assert way[7::4] == way[4::4]


def test_a_late_group_in_a_checkpoint(cls, optimizer_class):
    for seen in (0, 4):  # by the scheduler, before it is saved
        optimizer = groups(optimizer_class)
        schedule = make(cls, optimizer)
        go(optimizer, schedule, 5)
        late(optimizer, lr=0.07)
        go(optimizer, schedule, seen, 5)
        saved = through_file([optimizer.state_dict(), schedule.state_dict()])
        other = afresh(optimizer, optimizer_class, lrs=(9.0, 8.0, 7.0))
        again = make(cls, other)
        other.load_state_dict(saved[0])
        again.load_state_dict(saved[1])
        assert settings(other) == settings(optimizer)
        assert go(other, again, 20, 9) == go(optimizer, schedule, 20, 9)


def test_a_state_that_was_saved_stays_as_it_was(cls):
    optimizer = groups(torch.optim.Adam)
    schedule = make(cls, optimizer)
    go(optimizer, schedule, 3)
    state = schedule.state_dict()
    kept = copy.deepcopy(state)
    late(optimizer, lr=0.07)
    go(optimizer, schedule, 3)
    assert state == kept


@pytest.mark.parametrize(
    "copied", [copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_a_copy_goes_on_alone(cls, copied):
    optimizer = groups(torch.optim.Adam)
    schedule = make(cls, optimizer)
    go(optimizer, schedule, 5)
    other, again = copied((optimizer, schedule))
    assert go(other, again, 20, 5) == go(optimizer, schedule, 20, 5)


def test_state_is_plain(cls):
    optimizer = groups(torch.optim.Adam)
    schedule = make(cls, optimizer)
    go(optimizer, schedule, 3)
    assert plain(schedule.state_dict())
    assert "optimizer" not in schedule.state_dict()


def test_a_group_goes_as_if_alone(cls, optimizer_class):
    both = groups(optimizer_class)
    way = go(both, make(cls, both), 50)
    for i, lr in enumerate((0.1, 0.02)):
        alone = groups(optimizer_class, lrs=(lr, lr))
        assert go(alone, make(cls, alone), 50)[i::2] == way[i::2]


def test_any_step_can_be_asked_for(cls):
    if watches(cls):
        pytest.skip("depends on losses")
    if not issubclass(cls, ours.Schedule):
        pytest.skip("leaves the rate alone")
    optimizer = groups(torch.optim.Adam)
    schedule = make(cls, optimizer)
    way = go(optimizer, schedule, 50)
    rates = [[lr for lr, *_ in way[2 * t : 2 * t + 2]] for t in range(50)]
    for t in (49, 3, 0, 17):
        schedule.last_epoch = t
        assert schedule.get_lr() == rates[t]
        assert schedule._get_closed_form_lr() == rates[t]


def test_starts_from_a_later_epoch(cls):
    if watches(cls):
        pytest.skip("depends on losses")
    optimizer = groups(torch.optim.Adam)
    way = go(optimizer, make(cls, optimizer), 20)
    make(cls, optimizer, last_epoch=11)
    assert [g["lr"] for g in optimizer.param_groups] == [
        lr for lr, *_ in way[2 * 12 : 2 * 12 + 2]
    ]


def test_is_the_numpy_twin(agree, unit_of, cls):
    twin = getattr(twins, cls.__module__.rsplit(".", 1)[-1], None)
    if twin is None:
        pytest.skip("no twin")
    names = inspect.signature(twin).parameters
    given = {n: v for n, v in arguments(cls).items() if n in names}
    optimizer = groups(torch.optim.Adam)
    way = go(optimizer, make(cls, optimizer), 300)
    unit = unit_of(f"chainrule.optim.lr_scheduler.{cls.__name__}")
    for i, lr in enumerate((0.1, 0.02)):
        given |= {"lr": lr} if "lr" in names else {}
        rates = [rate for rate, *_ in way[i::2]]
        if watches(cls):
            losses = [loss(k) for k in range(300)]
            rates, theirs = rates[1:], twin(losses, **given)[:-1]
        else:
            theirs = twin(np.arange(300), **given)
        against = f"chainrule.scratch.optim.lr_scheduler.{twin.__name__}"
        agree(unit, rates, theirs, 1e-12, against=against)


def test_rates_are_finite_and_not_negative(cls):
    optimizer = groups(torch.optim.Adam)
    way = go(optimizer, make(cls, optimizer), 400)
    assert all(0 <= lr < math.inf for lr, *_ in way)


@pytest.mark.filterwarnings(EPOCH)
@pytest.mark.parametrize("seam", [1, 10])
def test_takes_its_turn(cls, seam):
    """After another, it begins at its own step 0."""
    if not issubclass(cls, ours.Schedule) and not watches(cls):
        pytest.skip("leaves the rate alone")
    optimizer = groups(torch.optim.Adam)
    warm, then = ours.LinearWarmup(optimizer, 10), make(cls, optimizer)
    both = SequentialLR(optimizer, [warm, then], milestones=[seam])
    if watches(cls):
        with pytest.raises(TypeError):
            go(optimizer, both, 20)
        return
    way = [lr for lr, *_ in go(optimizer, both, 50)]
    first, last = groups(torch.optim.Adam), groups(torch.optim.Adam)
    rising = go(first, ours.LinearWarmup(first, 10), seam)
    alone = go(last, make(cls, last), 50 - seam)
    assert way == [lr for lr, *_ in rising + alone]


@pytest.mark.filterwarnings(EPOCH)
def test_another_takes_over(cls):
    if watches(cls):
        pytest.skip("depends on losses")
    optimizer = groups(torch.optim.Adam)
    first, then = make(cls, optimizer), ours.InverseTimeLR(optimizer, 5)
    way = go(optimizer, SequentialLR(optimizer, [first, then], milestones=[8]), 20)
    alone, last = groups(torch.optim.Adam), groups(torch.optim.Adam)
    expected = go(alone, make(cls, alone), 8)
    expected += go(last, ours.InverseTimeLR(last, 5), 12)
    assert [lr for lr, *_ in way] == [lr for lr, *_ in expected]


def test_a_tensor_rate_stays_the_same_tensor(cls):
    w = torch.ones(3, requires_grad=True)
    rate = torch.tensor(0.1, dtype=torch.float64)
    optimizer = torch.optim.Adam([w], lr=rate)
    schedule = make(cls, optimizer)
    kept = optimizer.param_groups[0]["lr"]
    way = [lr for lr, *_ in go(optimizer, schedule, 30)]
    assert optimizer.param_groups[0]["lr"] is kept
    plainly = torch.optim.Adam([torch.ones(3, requires_grad=True)], lr=0.1)
    assert way == pytest.approx([lr for lr, *_ in go(plainly, make(cls, plainly), 30)])


def test_bad_values_are_named(cls):
    optimizer = groups(torch.optim.Adam)
    before = repr(optimizer)
    for name in inspect.signature(cls).parameters:
        for value in BAD.get(name, ()):
            with pytest.raises(ValueError) as caught:
                cls(optimizer, **{**arguments(cls), name: value})
            said = str(caught.value)
            assert cls.__name__ in said, said
            assert name in said, said
            assert f"{value}" in said, said
    assert repr(optimizer) == before


def test_every_argument_is_tried_with_bad_values(cls):
    names = set(inspect.signature(cls).parameters)
    skipped = {"optimizer", "last_epoch", "cycle_momentum", "three_phase"}
    skipped |= {"epochs", "steps_per_epoch", "scale_fn", "scale_mode"}
    assert names - skipped <= {*BAD}


def test_what_is_no_number_is_named(cls):
    optimizer = groups(torch.optim.Adam)
    for name, argument in inspect.signature(cls).parameters.items():
        mode = isinstance(argument.default, str | bool)
        if mode or name in ("optimizer", "last_epoch"):
            continue
        for value in ("3", [["3"]], {}, abs):
            said = f"{cls.__name__}: {name} must be a number"
            with pytest.raises(TypeError, match=said):
                cls(optimizer, **{**arguments(cls), name: value})
    assert [g["lr"] for g in optimizer.param_groups] == [0.1, 0.02]


@pytest.mark.parametrize("bad", ["SGD", None, torch.zeros(1)])
def test_no_optimizer(cls, bad):
    with pytest.raises(TypeError, match=f"{type(bad).__name__} is not an Optimizer"):
        cls(bad, **arguments(cls))


def test_arguments_have_torchs_names(cls):
    theirs = getattr(torch.optim.lr_scheduler, cls.__name__, None)
    if theirs is None:
        pytest.skip("torch has no such class")
    torchs = inspect.signature(theirs).parameters
    here = inspect.signature(cls).parameters
    assert not here.keys() - torchs.keys() - {"last_epoch"}
    for name, argument in here.items():
        if name in torchs and argument.default is not argument.empty:
            assert argument.default == torchs[name].default, name
