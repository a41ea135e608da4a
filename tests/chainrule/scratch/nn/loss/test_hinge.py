import numpy as np
import pytest
import torch
from sklearn.metrics import hinge_loss

from chainrule.scratch.nn import hinge, hinge_gradient

UNIT = "binary-cross-entropy"
Z = np.array([2.0, 0.3, -1.5, 1.0, -0.2, 1e4, -1e4])
T = np.array([1.0, 1, 1, 1, -1, -1, -1])


@pytest.mark.equation("eq:hinge")
def test_value(agree, equation):
    printed = equation("eq:hinge", r"\ell", {"t": "t", "z": "z"})(t=T, z=Z).mean()
    agree(UNIT, hinge(Z, T), printed, 1e-15, against="printed equation (4.15)")
    oracle = hinge_loss(T, Z)
    agree(UNIT, hinge(Z, T), oracle, 1e-15, against="sklearn.metrics.hinge_loss")


def test_gradient(agree):
    leaf = torch.tensor(Z, requires_grad=True)
    (1 - torch.tensor(T) * leaf).clamp(min=0).mean().backward()
    smooth = T * Z != 1  # at the bend torch's clamp takes the other side
    ours = hinge_gradient(Z, T)
    agree(UNIT, ours[smooth], leaf.grad[smooth], 1e-16, against="torch.autograd")
    assert ours[3] == 0
    z, t = Z[:3], T[:3]
    h = 1e-6 * np.eye(3)
    slopes = [(hinge(z + e, t) - hinge(z - e, t)) / 2e-6 for e in h]
    against = "central differences"
    agree(UNIT, hinge_gradient(z, t), slopes, 1e-9, against=against)


@pytest.mark.parametrize("t", [0.0, 2.0])
def test_targets_are_signs(t):
    for function in (hinge, hinge_gradient):
        with pytest.raises(ValueError, match="targets must be -1 or 1, got"):
            function([0.5], [t])
