import pytest
import torch

from chainrule.nn import MSELoss
from chainrule.training.checks import require_mean, require_samples


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
