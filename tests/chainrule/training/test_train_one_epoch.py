import pytest
import torch
from helpers import trainings

from chainrule.training import train_one_epoch

UNIT = "training-loop"


def test_is_the_loop_by_hand_bit_for_bit(agree):
    ours, hand = trainings.plain(1), trainings.plain(1)
    trainings.seed(2)
    means = [
        train_one_epoch(loss=torch.nn.functional.mse_loss, **ours) for _ in range(3)
    ]
    trainings.seed(2)
    for mean in means:
        losses = trainings.by_hand(loss=torch.nn.functional.mse_loss, **hand)
        assert [n for _, n in losses] == [5, 5, 5, 5, 3]
        oracle = sum(value * n for value, n in losses) / 23
        agree(UNIT, mean, oracle, 1e-14, against="the loop by hand")
    ends = [made["model"].state_dict() for made in (ours, hand)]
    assert trainings.same(*ends)
    for name in ends[0]:
        agree(UNIT, ends[0][name], ends[1][name], 0, against="the loop by hand")


def test_matches_a_numpy_loop(agree):
    """Twenty steps of linear regression, with gradients by hand."""
    X = torch.linspace(-1, 1, 60, dtype=torch.float64).view(20, 3).cos()
    t = X @ torch.tensor([1.0, -2.0, 0.5], dtype=torch.float64) + 0.3
    model = torch.nn.Linear(3, 1).double()
    w, b = model.weight.detach().numpy()[0].copy(), model.bias.item()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    batches = [(X[n : n + 1], t[n : n + 1, None]) for n in range(20)]
    train_one_epoch(model, torch.nn.functional.mse_loss, optimizer, batches)
    for x, target in zip(X.numpy(), t.numpy(), strict=True):
        slope = 2 * (w @ x + b - target)
        w, b = w - 0.1 * slope * x, b - 0.1 * slope
    agree(UNIT, model.weight[0], w, 1e-13, against="NumPy")
    agree(UNIT, model.bias, [b], 1e-13, against="NumPy")


def test_without_zero_grad_the_result_is_another():
    """What the page shows: the gradients of all batches before add up."""
    ends = []
    for zero in (True, False):
        made = trainings.plain(0)
        if not zero:
            made["optimizer"].zero_grad = lambda: None
        trainings.seed(2)
        train_one_epoch(loss=torch.nn.functional.mse_loss, **made)
        ends.append(made["model"][0].weight.detach())
    assert not torch.allclose(*ends, rtol=1e-3)


def test_trains_in_training_mode():
    made = trainings.plain(0)
    made["model"].eval()
    seen = []
    loss = trainings.Trip(
        torch.nn.functional.mse_loss,
        1,
        lambda: seen.extend(m.training for m in made["model"].modules()),
    )
    train_one_epoch(loss=loss, **made)
    assert seen == [True] * 6


def test_keeps_no_graph():
    """Of all graphs only the last is alive, and none in the end."""
    made, seen = trainings.plain(0), []

    def loss(y, t):
        assert all(ref() is None for ref in seen[:-1])
        return torch.nn.functional.mse_loss(trainings.Watched.apply(y, seen), t)

    mean = train_one_epoch(loss=loss, **made)
    assert type(mean) is float
    assert [ref() for ref in seen] == [None] * 5


def test_refuses_no_batches_and_a_sum():
    made = trainings.plain(0)
    made["loader"] = []
    with pytest.raises(ValueError, match="train_one_epoch: the loader gave no batches"):
        train_one_epoch(loss=torch.nn.functional.mse_loss, **made)
    with pytest.raises(ValueError, match="train_one_epoch: the loss must be a mean"):
        train_one_epoch(loss=torch.nn.MSELoss(reduction="sum"), **made)
