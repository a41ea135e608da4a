import pytest
import torch

from chainrule.optim import Adam as OnEngine
from chainrule.optim.plain import Optimizer


class Adam(Optimizer):
    """As a reader has it who copied the two listings."""

    update = OnEngine.update


def test_runs_the_listing_of_adam_as_torch_does(agree, walk):
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
    with pytest.raises(TypeError, match="no such option: rate"):
        Adam([a], rate=1)


def test_without_a_formula():
    w = torch.ones(1, requires_grad=True)
    w.grad = torch.ones(1)
    with pytest.raises(NotImplementedError):
        Optimizer([w]).step()
