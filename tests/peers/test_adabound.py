"""adabound, the package of the authors: agreements and known deviations."""

import pytest
import torch

from chainrule.optim import AdaBound, AMSBound

theirs = pytest.importorskip("adabound", reason="it is not installed")
# It was written for the signatures of an old torch.
pytestmark = pytest.mark.filterwarnings("ignore:This overload of:UserWarning")

OURS = {"lr": 0.03, "betas": (0.6, 0.95), "eps": 1e-3, "final_lr": 0.05, "gamma": 0.3}
NO_EPS = {**OURS, "eps": 1e-14}


def test_adabound(agree, walk, differ):
    """ε is added to √v; ours, as in Adam, to √v̂."""
    ours = walk(lambda w: AdaBound(w, **NO_EPS))
    oracle = walk(lambda w: theirs.AdaBound(w, **NO_EPS))
    agree("adabound", ours, oracle, 1e-12, against="adabound.AdaBound")
    ours = walk(lambda w: AdaBound(w, **OURS))
    differ(ours, walk(lambda w: theirs.AdaBound(w, **OURS)), 2.0e-4)


def test_amsbound(agree, walk):
    ours = walk(lambda w: AMSBound(w, **NO_EPS))
    oracle = walk(lambda w: theirs.AdaBound(w, **NO_EPS, amsbound=True))
    agree("adabound", ours, oracle, 1e-12, against="adabound.AdaBound(amsbound=True)")


def test_a_scheduler_moves_its_bounds_too(agree, walk, differ):
    """The package scales final_lr with lr; ours leaves the bounds where they are."""

    def halve(optimizer, step):
        group = optimizer.param_groups[0]
        group["lr"] = OURS["lr"] / 2 ** (step // 5)

    def halve_both(optimizer, step):
        halve(optimizer, step)
        group = optimizer.param_groups[0]
        group["final_lr"] = OURS["final_lr"] / 2 ** (step // 5)

    oracle = walk(lambda w: theirs.AdaBound(w, **NO_EPS), change=halve)
    ours = walk(lambda w: AdaBound(w, **NO_EPS), change=halve_both)
    agree("adabound", ours, oracle, 1e-12, against="adabound.AdaBound")
    differ(walk(lambda w: AdaBound(w, **NO_EPS), change=halve), oracle, 0.31)


def test_groups_added_later_never_move():
    w, late = (torch.ones(2, requires_grad=True) for _ in range(2))
    optimizer = theirs.AdaBound([w])
    optimizer.add_param_group({"params": [late]})
    w.grad, late.grad = torch.ones(2), torch.ones(2)
    optimizer.step()
    assert not torch.equal(w, torch.ones(2))
    assert torch.equal(late, torch.ones(2))
