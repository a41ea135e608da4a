import numpy as np
import pytest
import torch

from chainrule.scratch.nn import relu


@pytest.mark.equation("eq:relu")
def test_values(agree, equation):
    z = np.random.default_rng(1).normal(size=(4, 5))
    name = r"\mathrm{ReLU}(z)"
    printed = equation("eq:relu", name, {"z": "z"})(z=z)
    agree("relu", relu(z), printed, 0, against="printed equation (3.12)")
    agree("relu", relu(z), torch.relu(torch.tensor(z)), 0, against="torch.relu")
    assert relu(np.array([-np.inf, 0.0, np.inf])).tolist() == [0, 0, np.inf]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_follows_the_input(dtype):
    assert relu(np.zeros(3, dtype)).dtype == dtype
