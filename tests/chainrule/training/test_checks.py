import pytest
import torch

from chainrule.nn import MSELoss
from chainrule.training.checks import require_losses, require_mean, require_samples


def test_a_loss_is_a_mean_unless_it_says_otherwise():
    for loss in (MSELoss(), torch.nn.L1Loss(), torch.nn.functional.mse_loss):
        require_mean("f", loss)
    for loss in (MSELoss("sum"), torch.nn.L1Loss(reduction="none")):
        with pytest.raises(ValueError, match="f: the loss must be a mean over samples"):
            require_mean("f", loss)


def test_no_samples_are_no_mean():
    require_samples("f", 1)
    with pytest.raises(ValueError, match="f: the loader gave no batches"):
        require_samples("f", 0)


def test_losses_are_numbers_and_some_may_be_missing():
    require_losses("f", target=1, train=float("inf"), valid=None, test=0.5)
    for name in ("target", "train", "valid"):
        given = {"target": 1.0, "train": 1.0, name: float("nan")}
        with pytest.raises(ValueError, match=f"f: {name} must be a loss, got nan"):
            require_losses("f", **given)
