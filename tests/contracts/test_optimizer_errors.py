"""Bad input is refused in torch's own words, and nothing is half done."""

import copy
import inspect
import re

import pytest
import torch
from helpers import courses

import chainrule.optim

NAN, INF = float("nan"), float("inf")
BAD = {
    "lr": [(x, f"Invalid learning rate: {x}") for x in (-0.1, NAN, INF)],
    "eps": [(x, f"Invalid epsilon value: {x}") for x in (-1.0, NAN, INF)],
    "betas": [
        ((-0.1, 0.9), "Invalid beta parameter at index 0: -0.1"),
        ((0.9, 1.0), "Invalid beta parameter at index 1: 1.0"),
        ((NAN, 0.9), "Invalid beta parameter at index 0: nan"),
        ((0.9,), r"Invalid betas: \(0.9,\)"),
    ],
    **{
        name: [(x, f"Invalid {name} value: {x}") for x in (-0.1, NAN, INF)]
        for name in (
            *("weight_decay", "momentum", "alpha", "trust_coefficient"),
            *("final_lr", "gamma", "momentum_decay"),
        )
    },
}


def cases(optim):
    """(option, bad value, what is said) for all hyperparameters of a class."""
    names = dict.fromkeys((*optim.hyper, "weight_decay"))
    return [(name, *case) for name in names for case in BAD.get(name) or negative(name)]


def negative(name):
    """What is refused of a hyperparameter for which BAD has nothing else."""
    return [(x, f"Invalid {name} value: {x}") for x in (-0.1, NAN, INF)]


def test_bad_values(optim):
    for name, value, said in cases(optim):
        with pytest.raises(ValueError, match=said):
            optim(courses.start(), **{name: value})
        with pytest.raises(ValueError, match=said):
            optim([{"params": courses.start(), name: value}])


def test_torch_says_the_same(optim):
    theirs = getattr(torch.optim, optim.__name__, None)
    if theirs is None:
        pytest.skip("torch has no class of this name")
    for name, value, said in cases(optim):
        # torch lets infinity pass, its SGD NaN, and Adam a single beta for a while.
        if value == value and value not in (INF, (0.9,)):
            with pytest.raises(ValueError, match=said):
                theirs(courses.start(), **{name: value})


NO_NUMBER = ["0.1", None, True, [0.1], 1j, torch.tensor(1j)]
NO_PAIR = [0.9, "0.9", None, ("0.9", 0.99), (0.9, None), (0.9, True)]


def test_what_is_no_number_is_named(optim):
    for name in dict.fromkeys((*optim.hyper, "weight_decay")):
        for value in NO_PAIR if name == "betas" else NO_NUMBER:
            said = rf"^{name}(\[\d\])? must be a"
            with pytest.raises(TypeError, match=said):
                optim(courses.start(), **{name: value})
            with pytest.raises(TypeError, match=said):
                optim([{"params": courses.start(), name: value}])
    optimizer = optim(courses.start())
    with pytest.raises(TypeError, match=r"lr must be a number, got '0\.1'"):
        optimizer.add_param_group({"params": courses.start(), "lr": "0.1"})
    assert len(optimizer.param_groups) == 1


def test_a_bad_group_is_not_added(optim):
    optimizer = optim(courses.start())
    courses.go(optimizer, 2)
    kept = copy.deepcopy(optimizer.state_dict())
    for name, value, said in cases(optim):
        with pytest.raises(ValueError, match=said):
            optimizer.add_param_group({"params": courses.start(), name: value})
    with pytest.raises(TypeError):
        optimizer.add_param_group(courses.start())
    with pytest.raises(TypeError, match="can only optimize Tensors"):
        optimizer.add_param_group({"params": [1.0]})
    assert str(optimizer.state_dict()) == str(kept)


def test_no_weights(optim):
    with pytest.raises(TypeError, match="iterable of Tensors"):
        optim(torch.ones(3, requires_grad=True))
    with pytest.raises(ValueError, match="empty parameter list"):
        optim([])
    with pytest.raises(TypeError, match="params"):
        optim()


def test_non_leaf(optim):
    with pytest.raises(ValueError, match="non-leaf"):
        optim([torch.ones(3, requires_grad=True) * 2])


UNKNOWN = {"learning_rate": 0, "amsgrad": True, "nesterov": True, "centered": True}


@pytest.mark.parametrize("name", UNKNOWN)
def test_unknown_options(optim, name):
    with pytest.raises(TypeError, match=f"{optim.__name__}: .*{name}"):
        optim(courses.start(), **{name: UNKNOWN[name]})


def test_a_call_of_torch_works_or_is_told_where_to_go(optim):
    """All of torch's arguments, switched off by name and place; then one by one on."""
    theirs = getattr(torch.optim, optim.__name__, None)
    if theirs is None:
        pytest.skip("torch has no class of this name")
    arguments = inspect.signature(theirs).parameters
    defaults = {n: a.default for n, a in arguments.items() if n != "params"}
    placed = [a.default for a in arguments.values() if a.kind is not a.KEYWORD_ONLY]
    plain = optim(courses.start())
    for call in (
        lambda: optim(courses.start(), **defaults),
        lambda: optim(courses.start(), *placed[1:]),
    ):
        assert str(call().param_groups) == str(plain.param_groups)
    more = {name: x for name, x in defaults.items() if name not in plain.defaults}
    for name, off in more.items():
        on = not off if isinstance(off, bool) else 0.5
        with pytest.raises(TypeError, match=f"{optim.__name__}: no {name}={on}") as why:
            optim(courses.start(), **{name: on})
        named = re.findall("use (\\w+)", str(why.value))
        assert named or f"torch.optim.{optim.__name__} has it" in str(why.value)
        assert all(hasattr(chainrule.optim, cls) for cls in named)
        place = [*defaults].index(name) + 1
        if place < len(placed):
            with pytest.raises(TypeError, match=f"no {name}={on} here"):
                optim(courses.start(), *placed[1:place], on)
        with pytest.raises(TypeError, match=f"no {name}={on} here"):
            optim([{"params": courses.start(), name: on}])
        optim([{"params": courses.start(), name: off}])


def test_too_many_positional_arguments(optim):
    """Beyond the hyperparameters torch has other things in these places."""
    values = [*optim.hyper.values(), 0.7, 0.7]
    with pytest.raises(TypeError, match=optim.__name__):
        optim(courses.start(), *values)


@pytest.mark.parametrize("name", ["capturable", "differentiable"])
def test_what_is_not_supported_is_refused(optim, name):
    with pytest.raises(RuntimeError, match=f"{name}=True is not supported"):
        optim(courses.start(), **{name: True})
    with pytest.raises(RuntimeError, match=f"{name}=True is not supported"):
        optim([{"params": courses.start(), name: True}])
    optim(courses.start(), **{name: False})


def test_fused_and_foreach_exclude_each_other(optim):
    with pytest.raises(RuntimeError, match="cannot be `True` together"):
        optim(courses.start(), fused=True, foreach=True)


def test_lr_of_several_numbers(optim):
    with pytest.raises(ValueError, match="Tensor lr must be 1-element"):
        optim(courses.start(), lr=torch.ones(2))


def test_sparse_gradient_moves_nothing(optim):
    theta = courses.start(((4, 3), (4, 3)))
    before = [p.detach().clone() for p in theta]
    optimizer = optim([{"params": [p]} for p in theta])
    theta[0].grad = torch.ones_like(theta[0])
    theta[1].grad = torch.ones_like(theta[1]).to_sparse()
    with pytest.raises(RuntimeError, match=f"{optim.__name__} does not support sparse"):
        optimizer.step()
    courses.same(theta, before, 0)
    assert not optimizer.state
