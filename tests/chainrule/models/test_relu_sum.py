import torch

from chainrule.models import ReLUSum


def test_is_torchs_layers(agree):
    torch.manual_seed(1)
    ours = ReLUSum(4, 6)
    oracle = torch.nn.Sequential(
        torch.nn.Linear(4, 6), torch.nn.ReLU(), torch.nn.Linear(6, 1)
    )
    torch.nn.utils.vector_to_parameters(
        torch.nn.utils.parameters_to_vector(ours.parameters()), oracle.parameters()
    )
    x = torch.randn(9, 4)
    y = oracle(x).squeeze(-1)
    agree("relu-sum-model", ours(x), y, 1e-6, against="torch.nn.Sequential")
