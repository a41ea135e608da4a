import pytest
import torch

from chainrule.optim.lr_scheduler import OneCycleLR

GIVEN = [
    {},
    {"pct_start": 0.25, "div_factor": 10, "final_div_factor": 50.0},
    {"anneal_strategy": "linear"},
    {"three_phase": True},
    {"three_phase": True, "anneal_strategy": "linear", "pct_start": 0.45},
    {"base_momentum": 0.5, "max_momentum": 0.7},
    {"base_momentum": [0.5, 0.6], "max_momentum": [0.7, 0.8]},
    {"cycle_momentum": False},
]


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("max_lr", [0.4, [0.4, 0.1]])
@pytest.mark.parametrize("optimizer_class", [torch.optim.SGD, torch.optim.Adam])
def test_is_torch(agree, rates, given, max_lr, optimizer_class):
    def make(cls):
        return lambda optimizer: cls(optimizer, max_lr, total_steps=177, **given)

    given_rates = {"steps": 177, "optimizer_class": optimizer_class}
    oracle = rates(make(torch.optim.lr_scheduler.OneCycleLR), **given_rates)
    ours = rates(make(OneCycleLR), **given_rates)
    against = "torch.optim.lr_scheduler.OneCycleLR"
    agree("one-cycle-lr", ours, oracle, 1e-12, against=against)


def test_the_phases_of_the_paper():
    """Rise and fall of equal length, then far below the start."""
    schedule = OneCycleLR(
        torch.optim.SGD([torch.zeros(1)], lr=1, momentum=0.9),
        1.0,
        101,
        pct_start=0.4,
        anneal_strategy="linear",
        div_factor=10,
        final_div_factor=100,
        three_phase=True,
    )
    peak = 0.4 * 101 - 1
    at = {t: schedule.at(t) for t in (0, peak / 2, peak, 2 * peak, 100)}
    assert at[0] == pytest.approx([0.1, 0])
    assert at[peak / 2] == pytest.approx([0.55, 0.5])
    assert at[peak] == pytest.approx([1, 1])
    assert at[2 * peak] == pytest.approx([0.1, 0])
    assert at[100] == pytest.approx([0.001, 0])
    assert schedule.get_momentum() == [0.95]
    schedule.last_epoch = 50
    way = at[2 * peak][1] + (2 * peak - 50) / peak
    assert schedule.get_momentum() == pytest.approx([0.95 - 0.1 * way])


def test_after_the_last_step():
    """torch goes on along the line, here below zero; ours stays."""
    lrs = {}
    for cls in (OneCycleLR, torch.optim.lr_scheduler.OneCycleLR):
        optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0, momentum=0.9)
        schedule = cls(optimizer, 1.0, total_steps=10, anneal_strategy="linear")
        for _ in range(10):
            optimizer.step()
            schedule.step()
        lrs[cls] = optimizer.param_groups[0]["lr"]
        with pytest.raises(ValueError):
            schedule.step()
    assert [lr > 0 for lr in lrs.values()] == [True, False]


def test_refuses_what_has_no_momentum_or_no_phase():
    w = torch.zeros(1)
    plain = torch.optim.Adagrad([w], lr=0.1)
    with pytest.raises(ValueError, match="OneCycleLR: Adagrad has neither momentum"):
        OneCycleLR(plain, 0.1, 100)
    OneCycleLR(plain, 0.1, 100, cycle_momentum=False)
    sgd = torch.optim.SGD([w], lr=0.1)
    with pytest.raises(ValueError, match=r"pct_start: 0\.5"):
        OneCycleLR(sgd, 0.1, 2, pct_start=0.5)
    with pytest.raises(ValueError, match=r"pct_start: 0\.6"):
        OneCycleLR(sgd, 0.1, 100, pct_start=0.6, three_phase=True)
    with pytest.raises(ValueError, match="groups: 1"):
        OneCycleLR(sgd, [0.1, 0.2], 100)


def test_moves_the_first_beta_alone():
    optimizer = torch.optim.Adam([torch.zeros(1)], lr=0.1, betas=(0.9, 0.98))
    OneCycleLR(optimizer, 0.1, 100)
    assert optimizer.param_groups[0]["betas"] == (0.95, 0.98)


def test_takes_what_torch_takes(agree, rates):
    """Epochs times their steps, and all arguments by place."""
    oracle = rates(
        lambda o: torch.optim.lr_scheduler.OneCycleLR(
            o, 0.1, None, 3, 10, 0.4, "linear"
        ),
        30,
    )
    ours = rates(lambda o: OneCycleLR(o, 0.1, None, 3, 10, 0.4, "linear"), 30)
    against = "torch.optim.lr_scheduler.OneCycleLR"
    agree("one-cycle-lr", ours, oracle, 1e-12, against=against)
    named = rates(
        lambda o: OneCycleLR(
            o,
            0.1,
            epochs=3,
            steps_per_epoch=10,
            pct_start=0.4,
            anneal_strategy="linear",
        ),
        30,
    )
    assert torch.equal(ours, named)
    sgd = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    with pytest.raises(ValueError, match=r"total_steps: None, epochs: 3, steps_per"):
        OneCycleLR(sgd, 0.1, epochs=3)
