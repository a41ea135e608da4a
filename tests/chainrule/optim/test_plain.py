import re

import pytest
import torch
from helpers.courses import walk

import chainrule.optim
from chainrule.optim import Adam as OnEngine
from chainrule.optim import engine
from chainrule.optim.plain import Optimizer


class Adam(Optimizer):
    """As a reader has it who copied the two listings."""

    update = OnEngine.update


def test_runs_the_listing_of_adam_as_torch_does(agree):
    options = {"lr": 0.03, "betas": (0.5, 0.7), "eps": 1e-3}
    assert issubclass(Adam, Optimizer)
    ours, oracle = walk(Adam, **options), walk(torch.optim.Adam, **options)
    agree("adam", ours, oracle, 1e-12, against="torch.optim.Adam")


def test_closure_groups_and_unknown_options():
    a, b = (torch.ones(1, requires_grad=True) for _ in range(2))
    optimizer = Adam([{"params": [a]}, {"params": [b], "lr": 0.5}], lr=0.25, eps=0)

    def closure():
        loss = (a + b).sum()
        loss.backward()
        return loss

    assert optimizer.step(closure).item() == 2
    assert [a.item(), b.item()] == pytest.approx([0.75, 0.5])
    with pytest.raises(TypeError, match="unexpected keyword argument 'rate'"):
        Adam([a], rate=1)


def test_without_a_formula():
    w = torch.ones(1, requires_grad=True)
    w.grad = torch.ones(1)
    with pytest.raises(NotImplementedError):
        Optimizer([w]).step()


BAD = [("lr", x) for x in (-1, float("nan"), float("inf"))]
BAD += [("betas", x) for x in ((1, 2), (0.9, -0.1), (float("nan"), 0.9))]
BAD += [("eps", -1e-8)]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_keeps_what_the_listings_promise(name, value):
    w, v = (torch.ones(1, requires_grad=True) for _ in range(2))
    with pytest.raises(ValueError, match=re.escape(f"invalid {name}: {value}")):
        Adam([w], **{name: value})
    with pytest.raises(ValueError, match=re.escape(f"invalid {name}: {value}")):
        Adam([{"params": [w], name: value}])
    optimizer = Adam([w])
    with pytest.raises(ValueError, match=re.escape(f"invalid {name}: {value}")):
        optimizer.add_param_group({"params": [v], name: value})
    assert len(optimizer.param_groups) == 1


def test_options_by_place():
    w = [torch.ones(1, requires_grad=True)]
    assert Adam(w, 0.25, (0.5, 0.75)).defaults == {
        "lr": 0.25,
        "betas": (0.5, 0.75),
        "eps": 1e-8,
    }
    with pytest.raises(TypeError, match="too many positional"):
        Adam(w, 0.1, (0.5, 0.75), 1e-8, 0.0)
    with pytest.raises(TypeError, match="multiple values for argument 'lr'"):
        Adam(w, 0.1, lr=0.1)


def test_every_listing_runs_on_it():
    """With the same steps as on the engine."""
    for name, cls in vars(chainrule.optim).items():
        if not (isinstance(cls, type) and issubclass(cls, engine.Optimizer)):
            continue
        plain = type(name, (Optimizer,), {"update": cls.update})
        ours, oracle = walk(plain, lr=0.03), walk(cls, lr=0.03)
        for a, b in zip(ours, oracle, strict=True):
            assert torch.allclose(torch.as_tensor(a), torch.as_tensor(b), atol=1e-12), (
                name
            )
