import torch

from chainrule.optim.lr_scheduler import InverseSqrtLR


def test_is_torchs_lambda(agree, rates):
    def theirs(optimizer):
        return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: (t + 1) ** -0.5)

    oracle = rates(theirs)
    agree(
        "learning-rate-decay", rates(InverseSqrtLR), oracle, 1e-12, against="LambdaLR"
    )


def test_over_the_mean_square_it_is_adagrad(agree):
    """η_t / sqrt(mean of g²) = η / sqrt(sum of g²), as the lectures say."""
    generator = torch.Generator().manual_seed(0)
    g = torch.randn(100, generator=generator, dtype=torch.float64)
    count = torch.arange(1, 101)
    schedule = InverseSqrtLR(torch.optim.SGD([torch.zeros(1)], lr=0.3))
    lr = torch.tensor([schedule.rate(t, 0.3) for t in range(100)], dtype=torch.float64)
    ours = lr / (g.square().cumsum(0) / count).sqrt()
    oracle = 0.3 / g.square().cumsum(0).sqrt()
    agree("learning-rate-decay", ours, oracle, 1e-12, against="Adagrad's step")
