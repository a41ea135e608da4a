import torch
from helpers.modules import corners, pairs

from chainrule.nn import Tanh


def test_value_and_gradient(agree):
    torch.manual_seed(0)
    z = 4 * torch.randn(50, 3, dtype=torch.float64)
    for ours, oracle in pairs(Tanh(), torch.nn.Tanh(), z):
        agree("tanh", ours, oracle, 0, against="torch.nn.Tanh")


def test_corners():
    for ours, oracle in pairs(Tanh(), torch.nn.Tanh(), corners()):
        torch.testing.assert_close(ours, oracle, rtol=0, atol=0, equal_nan=True)
