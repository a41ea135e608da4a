"""Bad input is refused in torch's own words, and nothing is half done."""

import copy

import pytest
import torch

NAN = float("nan")
BAD = {
    "lr": [(-0.1, "Invalid learning rate: -0.1"), (NAN, "Invalid learning rate: nan")],
    "eps": [(-1.0, "Invalid epsilon value: -1.0"), (NAN, "Invalid epsilon value: nan")],
    "betas": [
        ((-0.1, 0.9), "Invalid beta parameter at index 0: -0.1"),
        ((0.9, 1.0), "Invalid beta parameter at index 1: 1.0"),
        ((NAN, 0.9), "Invalid beta parameter at index 0: nan"),
        ((0.9,), r"Invalid betas: \(0.9,\)"),
    ],
    **{
        name: [(x, f"Invalid {name} value: {x}") for x in (-0.1, NAN)]
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
    return [(x, f"Invalid {name} value: {x}") for x in (-0.1, NAN)]


def test_bad_values(optim, course):
    for name, value, said in cases(optim):
        with pytest.raises(ValueError, match=said):
            optim(course.start(), **{name: value})
        with pytest.raises(ValueError, match=said):
            optim([{"params": course.start(), name: value}])


def test_torch_says_the_same(optim, course):
    theirs = getattr(torch.optim, optim.__name__, None)
    if theirs is None:
        pytest.skip("torch has no class of this name")
    for name, value, said in cases(optim):
        # torch.optim.SGD lets NaN pass, and Adam a single beta until it is used.
        if value == value and value != (0.9,):
            with pytest.raises(ValueError, match=said):
                theirs(course.start(), **{name: value})


def test_a_bad_group_is_not_added(optim, course):
    optimizer = optim(course.start())
    course.go(optimizer, 2)
    kept = copy.deepcopy(optimizer.state_dict())
    for name, value, said in cases(optim):
        with pytest.raises(ValueError, match=said):
            optimizer.add_param_group({"params": course.start(), name: value})
    with pytest.raises(TypeError):
        optimizer.add_param_group(course.start())
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


@pytest.mark.parametrize("name", ["learning_rate", "amsgrad", "nesterov"])
def test_unknown_options(optim, course, name):
    with pytest.raises(TypeError, match=f"{optim.__name__}: .*{name}"):
        optim(course.start(), **{name: 0})


def test_too_many_positional_arguments(optim, course):
    """Beyond the hyperparameters torch has other things in these places."""
    values = [*optim.hyper.values(), 0.0, 0.0]
    with pytest.raises(TypeError, match=optim.__name__):
        optim(course.start(), *values)


@pytest.mark.parametrize("name", ["capturable", "differentiable"])
def test_what_is_not_supported_is_refused(optim, course, name):
    with pytest.raises(RuntimeError, match=f"{name}=True is not supported"):
        optim(course.start(), **{name: True})
    with pytest.raises(RuntimeError, match=f"{name}=True is not supported"):
        optim([{"params": course.start(), name: True}])
    optim(course.start(), **{name: False})


def test_fused_and_foreach_exclude_each_other(optim, course):
    with pytest.raises(RuntimeError, match="cannot be `True` together"):
        optim(course.start(), fused=True, foreach=True)


def test_lr_of_several_numbers(optim, course):
    with pytest.raises(ValueError, match="Tensor lr must be 1-element"):
        optim(course.start(), lr=torch.ones(2))


def test_sparse_gradient_moves_nothing(optim, course):
    theta = course.start(((4, 3), (4, 3)))
    before = [p.detach().clone() for p in theta]
    optimizer = optim([{"params": [p]} for p in theta])
    theta[0].grad = torch.ones_like(theta[0])
    theta[1].grad = torch.ones_like(theta[1]).to_sparse()
    with pytest.raises(RuntimeError, match=f"{optim.__name__} does not support sparse"):
        optimizer.step()
    course.same(theta, before, 0)
    assert not optimizer.state
