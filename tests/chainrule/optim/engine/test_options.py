import pytest
import torch

from chainrule.optim import SGD, Adagrad, Adam, Momentum, NAdam
from chainrule.optim.engine import options


def test_weight_decay_by_position_only_where_torch_has_it_there():
    w = [torch.ones(1, requires_grad=True)]
    assert Adam(w, 1e-3, (0.9, 0.99), 1e-8, 0.5).defaults["weight_decay"] == 0.5
    with pytest.raises(TypeError, match=r"SGD: no momentum=0\.9 here: use Momentum"):
        SGD(w, 0.1, 0.9)
    assert SGD(w, 0.1, 0, 0, 0.5).defaults["weight_decay"] == 0.5
    with pytest.raises(TypeError, match="too many positional"):
        Momentum(w, 0.1, 0.9, 0.0)


def test_by_name_alone_where_torch_has_something_else():
    """Adagrad's second place is torch's lr_decay, which must not become eps."""
    w = [torch.ones(1, requires_grad=True)]
    assert Adagrad(w, 0.1, eps=0.5).defaults["eps"] == 0.5
    with pytest.raises(TypeError, match=r"Adagrad: no lr_decay=0\.5 here"):
        Adagrad(w, 0.1, 0.5)
    assert Adagrad(w, 0.1, 0, 0.25, 0, 0.5).defaults["eps"] == 0.5
    with pytest.raises(TypeError, match="lr_decay"):
        Adagrad(w, 0.1, lr_decay=0.5)


def test_weight_decay_stands_after_eps_wherever_that_is():
    w = [torch.ones(1, requires_grad=True)]
    ours = NAdam(w, 1e-3, (0.9, 0.99), 1e-8, 0.5, 0.25).defaults
    theirs = torch.optim.NAdam(w, 1e-3, (0.9, 0.99), 1e-8, 0.5, 0.25).defaults
    assert ours["weight_decay"] == theirs["weight_decay"] == 0.5
    assert ours["momentum_decay"] == theirs["momentum_decay"] == 0.25


def test_numbers_may_be_tensors():
    betas = (torch.tensor(0.5), torch.tensor(0.25))
    assert options.number(betas) == (0.5, 0.25)
    assert options.number(0.5) == 0.5
    assert options.number(torch.tensor([2.0])) == 2.0


def test_what_no_formula_can_use():
    sound = {"lr": 0.0, "weight_decay": 0, "fused": None, "foreach": None}
    sound |= {"capturable": False, "differentiable": False}
    options.validate({"lr": 1.0}, sound)
    with pytest.raises(ValueError, match="Invalid learning rate: nan"):
        options.validate({"lr": 1.0}, sound | {"lr": float("nan")})
    assert str(options.signature([])).startswith("(params, *, weight_decay=0")
