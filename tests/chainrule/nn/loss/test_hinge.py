import pytest
import torch

from chainrule.nn import HingeLoss


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_value_and_gradient(agree, reduction):
    z = torch.tensor([2.0, 0.3, -1.5, -0.2, 1e4, -1e4]).double().requires_grad_()
    t = torch.tensor([1.0, 1, 1, -1, -1, -1]).double()
    ours = HingeLoss(reduction)(z, t)
    # torch's multi-class hinge of (z/2, -z/2) with two classes is half of ours.
    scores = torch.stack([z / 2, -z / 2], dim=1)
    oracle = 2 * torch.nn.MultiMarginLoss(reduction=reduction)(scores, (t < 0).long())
    against = "2 torch.nn.MultiMarginLoss"
    agree("binary-cross-entropy", ours, oracle, 1e-15, against=against)
    slope = torch.autograd.grad(ours.sum(), z)[0]
    theirs = torch.autograd.grad(oracle.sum(), z)[0]
    agree("binary-cross-entropy", slope, theirs, 1e-15, against=against)


def test_at_the_bend_the_slope_is_0():
    z = torch.ones(1, requires_grad=True)
    HingeLoss()(z, torch.ones(1)).backward()
    assert z.grad.item() == 0


def test_targets_are_signs():
    with pytest.raises(ValueError, match="targets must be -1 or 1, got"):
        HingeLoss()(torch.ones(2), torch.tensor([0.0, 1.0]))
