import numpy as np
import pytest
import torch
from helpers.images import picture

from chainrule.data.transforms import MixUp, mixup

UNIT = "data-augmentation"


@pytest.mark.parametrize("lam", [0.0, 0.3, 0.5, 1.0])
def test_closed_form(agree, lam):
    x, t = picture(4, 2, 3, 5, dtype=torch.float64), torch.tensor([2, 0, 1, 2])
    found = MixUp(num_classes=3).apply(x, t, lam)
    for ours, given in zip(found, (x.numpy(), np.eye(3)[t]), strict=True):
        oracle = [lam * given[n] + (1 - lam) * given[n - 1] for n in range(4)]
        agree(UNIT, ours, np.stack(oracle), 1e-15, against="a loop over pairs")


def test_ends():
    x, t = picture(4, 2, 3, 5), torch.eye(4)
    for lam, shift in ((1, 0), (0, 1)):
        for ours, given in zip(mixup(x, t, lam), (x, t), strict=True):
            assert torch.equal(ours, given.roll(shift, 0))


def test_a_batch_of_one_is_itself():
    x, t = mixup(picture(1, 2, 3, 3), torch.ones(1, 1), 0.3)
    assert (x - picture(1, 2, 3, 3)).abs().max() < 1e-7
    assert t.item() == pytest.approx(1)


@pytest.mark.parametrize("lam", [-0.1, 1.1, float("nan"), "x"])
def test_shares(lam):
    with pytest.raises(ValueError, match=rf"lam must be in \[0, 1\], got {lam!r}"):
        MixUp().apply(picture(2, 1, 2, 2), torch.eye(2), lam)
