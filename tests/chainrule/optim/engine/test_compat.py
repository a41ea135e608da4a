"""Calls and checkpoints of torch's in parts; whole, the contracts try them."""

import pytest
import torch

from chainrule.optim import SGD, Adam, AMSGrad, NAdam, TorchMomentum
from chainrule.optim.engine import Optimizer, compat
from chainrule.optim.engine.compat import Twin

W = torch.zeros(1)


class Alone(Optimizer):
    """None of torch's is the same, but one option has its place."""

    def update(self, w, g, m, *, lr=1e-3):
        raise NotImplementedError


Alone.instead = {"nesterov": "use Another"}


def test_options_are_torchs_defaults_and_what_makes_it_the_same():
    plain, other = Adam.twin.options, AMSGrad.twin.options
    assert plain["amsgrad"] is False
    assert other == plain | {"amsgrad": True}
    assert Twin("SGD").options["momentum"] == 0


# -- calls ------------------------------------------------------------------------


def bound(cls, *args, **kwargs):
    return dict(compat.bind(cls, args, kwargs).arguments)


def test_our_own_call_is_taken_as_it_is():
    given = {"params": [W], "lr": 0.1, "eps": 1e-3}
    assert bound(Adam, [W], 0.1, eps=1e-3) == given


def test_torchs_places_and_names_lose_what_is_switched_off():
    given = {"params": [W], "lr": 0.1, "betas": (0.5, 0.6), "eps": 1e-3}
    five = ([W], 0.1, (0.5, 0.6), 1e-3, 0.2)
    assert bound(Adam, *five, False) == given | {"weight_decay": 0.2}
    assert bound(Adam, *five, amsgrad=False) == given | {"weight_decay": 0.2}
    # of torch.optim.SGD the third is momentum, the fourth dampening
    assert bound(SGD, [W], 0.1, 0, 0, 0.2) == {
        "params": [W],
        "lr": 0.1,
        "weight_decay": 0.2,
    }


@pytest.mark.parametrize(
    ("cls", "args", "kwargs", "said"),
    [
        (Adam, (), {"amsgrad": True}, "Adam: no amsgrad=True here: use AMSGrad"),
        (Adam, (0.1, (0.5, 0.6), 1e-3, 0, True), {}, "Adam: no amsgrad=True here"),
        (
            SGD,
            (0.1, 0.9, 0.5),
            {},
            r"SGD: no momentum=.* use Momentum, .*; no dampening=0.5 .*SGD has it$",
        ),
        (Adam, (), {"rate": 1}, "Adam: got an unexpected keyword argument 'rate'"),
        (Alone, (), {"nesterov": True}, "Alone: no nesterov=True here: use Another"),
        (Alone, (), {"amsgrad": True}, "Alone: got an unexpected keyword"),
        # named unlike torch's: its places are our own
        (TorchMomentum, (0.1, 0.9, 0, 0, True), {}, "TorchMomentum: too many pos"),
    ],
)
def test_what_cannot_be_bound_says_where_to_go(cls, args, kwargs, said):
    with pytest.raises(TypeError, match=f"^{said}"):
        compat.bind(cls, ([W], *args), kwargs)


def test_refused_is_only_what_is_switched_on_and_torchs():
    off = {"amsgrad": False, "lr": 9.0, "unheard_of": True}
    compat.refuse(Adam, off, KeyError)
    compat.refuse(AMSGrad, {"amsgrad": True}, KeyError)
    compat.refuse(Alone, {"nesterov": False, "amsgrad": True}, KeyError)
    with pytest.raises(KeyError, match="AMSGrad: no amsgrad=False here: use Adam"):
        compat.refuse(AMSGrad, {"amsgrad": False}, KeyError)


# -- checkpoints ------------------------------------------------------------------


def adopted(cls, kept, **group):
    groups, state = compat.from_torch(cls, [group], {W: kept})
    return groups[0], state[W]


def test_names_order_and_kinds_are_ours():
    theirs = {
        "exp_avg_sq": "v",
        "exp_avg": "m",
        "mu_product": torch.tensor(0.75),
        "step": torch.tensor(3.0),
    }
    before = dict(theirs)
    _, kept = adopted(NAdam, theirs)
    assert list(kept.items()) == [("step", 3), ("m", "m"), ("v", "v"), ("total", 0.25)]
    assert type(kept["step"]) is int
    assert type(kept["total"]) is float
    assert theirs == before


def test_a_clock_that_no_one_asks_for_and_no_momentum_are_dropped():
    assert adopted(SGD, {"step": torch.tensor(3.0), "momentum_buffer": None})[1] == {}
    assert adopted(TorchMomentum, {"momentum_buffer": "b"})[1] == {"b": "b"}


@pytest.mark.parametrize(
    ("cls", "kept"),
    [
        (Adam, {}),
        (Adam, {"step": 3, "m": "m", "v": "v"}),  # ours
        (Adam, {"step": 3.0}),  # ours with a fault, for checkpoint to name
        (Adam, {"step": 3, "exp_avg": "m", "max_exp_avg_sq": "v"}),  # AMSGrad's
        (Alone, {"exp_avg": "m"}),
    ],
)
def test_what_is_not_torchs_of_this_algorithm_stays_as_it_is(cls, kept):
    assert adopted(cls, kept)[1] is kept


def test_groups_lose_torchs_own_options():
    ours, off = {"lr": 0.1, "eps": 1e-3, "note": "x"}, {"amsgrad": False}
    given = ours | off
    group, _ = adopted(Adam, {}, **given)
    assert group == ours
    with pytest.raises(ValueError, match=r"^Adam: no amsgrad=True here"):
        adopted(Adam, {}, **ours, amsgrad=True)
    assert adopted(Alone, {}, **given)[0] == given


def test_a_parameter_without_a_state_starts_with_none():
    _, state = compat.from_torch(Adam, [], {})
    assert state[W] == {}
