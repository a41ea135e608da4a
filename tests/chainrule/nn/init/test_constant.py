import torch

from chainrule.nn import init


def test_are_torchs(agree):
    unit = "gaussian-initialization"
    for name, given in (("constant_", (0.3,)), ("zeros_", ()), ("ones_", ())):
        w, oracle = torch.empty(3, 4), torch.empty(3, 4)
        assert getattr(init, name)(w, *given) is w
        getattr(torch.nn.init, name)(oracle, *given)
        agree(unit, w, oracle, 0, against=f"torch.nn.init.{name}")


def test_no_gradient_goes_through():
    w = torch.nn.Parameter(torch.ones(2))
    assert init.constant_(w, 3).is_leaf
    assert w.requires_grad
    assert w.tolist() == [3, 3]
