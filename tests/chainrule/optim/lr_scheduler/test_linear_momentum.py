import copy
import io

import pytest
import torch
from helpers.courses import walk
from torch.optim import lr_scheduler as theirs

from chainrule import optim
from chainrule.optim.lr_scheduler import LinearMomentum

CLASSES = [
    (optim.Momentum, {}),
    (optim.Nesterov, {}),
    (optim.TorchMomentum, {}),
    (optim.Adam, {}),
    (torch.optim.SGD, {"momentum": 0.3}),
    (torch.optim.RMSprop, {}),
    (torch.optim.AdamW, {}),
]


def made(optimizer_class, **options):
    return optimizer_class([torch.zeros(2, requires_grad=True)], **options)


def coefficient(group):
    return group["momentum"] if "momentum" in group else group["betas"][0]


def history(optimizer, scheduler, steps, of=coefficient):
    """The coefficient that each step uses."""
    found = []
    for _ in range(steps):
        found.append([of(group) for group in optimizer.param_groups])
        optimizer.step()
        scheduler.step()
    return found


@pytest.mark.equation("eq:linear-momentum")
@pytest.mark.parametrize(("optimizer_class", "options"), CLASSES)
def test_is_what_the_page_prints(agree, equation, optimizer_class, options):
    symbols = {r"\mu_0": "start", r"\mu_K": "end", "k": "k", "K": "K"}
    printed = equation("eq:linear-momentum", r"\mu_k", symbols)
    optimizer = made(optimizer_class, lr=0.1, **options)
    scheduler = LinearMomentum(optimizer, 0.2, 0.95, total_iters=6)
    ours = history(optimizer, scheduler, 10)
    oracle = [[printed(start=0.2, end=0.95, k=k, K=6)] for k in range(10)]
    against = "printed equation (21.13)"
    unit = "momentum-coefficient-schedule"
    agree(unit, ours, oracle, 1e-15, against=against)
    agree(unit, ours[0] + ours[9], [0.2, 0.95], 0.0, against="both ends")


def test_defaults_climb_from_a_half_to_nine_tenths():
    optimizer = made(optim.Momentum)
    ours = history(optimizer, LinearMomentum(optimizer), 7)
    assert [round(mu, 12) for (mu,) in ours] == [0.5, 0.58, 0.66, 0.74, 0.82, 0.9, 0.9]


def test_a_jump_is_one_torch_sgd_that_is_changed_by_hand(agree):
    """The notes' 0.5, then 0.9: a climb of one step; the buffer is kept."""

    def by_hand(optimizer, step):
        optimizer.param_groups[0]["momentum"] = 0.5 if step < 1 else 0.9

    def scheduled(optimizer, step):
        if step == 0:
            scheduled.scheduler = LinearMomentum(optimizer, total_iters=1)
        else:
            scheduled.scheduler.step()

    oracle = walk(torch.optim.SGD, lr=0.01, momentum=0.5, change=by_hand)
    ours = walk(optim.TorchMomentum, lr=0.01, change=scheduled)
    against = "torch.optim.SGD, changed by hand"
    agree("momentum-coefficient-schedule", ours, oracle, 1e-12, against=against)


def test_runs_beside_a_schedule_of_the_rate():
    optimizer = made(optim.Momentum, lr=0.8)
    rate = theirs.ExponentialLR(optimizer, gamma=0.5)
    scheduler = LinearMomentum(optimizer, total_iters=2)
    seen = []
    for _ in range(4):
        group = optimizer.param_groups[0]
        seen.append((group["lr"], round(group["momentum"], 12)))
        optimizer.step()
        rate.step()
        scheduler.step()
    assert seen == [(0.8, 0.5), (0.4, 0.7), (0.2, 0.9), (0.1, 0.9)]
    assert scheduler.get_last_lr() == [0.05]  # what the next step will use


def test_a_tensor_rate_stays_the_same_tensor():
    lr = torch.tensor(0.25)
    optimizer = made(optim.Momentum, lr=lr)
    history(optimizer, LinearMomentum(optimizer), 3)
    assert optimizer.param_groups[0]["lr"] is lr
    assert lr.item() == 0.25


def test_every_group_gets_it_and_second_betas_stay():
    theta = [torch.zeros(2, requires_grad=True) for _ in range(2)]
    groups = [{"params": [theta[0]]}, {"params": [theta[1]], "betas": (0.1, 0.7)}]
    optimizer = optim.Adam(groups)
    LinearMomentum(optimizer, start=0.4)
    assert [g["betas"] for g in optimizer.param_groups] == [(0.4, 0.999), (0.4, 0.7)]


@pytest.mark.parametrize("optimizer_class", [optim.Momentum, torch.optim.SGD])
def test_goes_on_from_a_checkpoint(optimizer_class):
    options = {"lr": 0.1, "momentum": 0.1}
    optimizer = made(optimizer_class, **options)
    scheduler = LinearMomentum(optimizer, 0.3, 0.8, total_iters=7)
    history(optimizer, scheduler, 3)
    file = io.BytesIO()
    torch.save([copy.deepcopy(x.state_dict()) for x in (optimizer, scheduler)], file)
    expected = history(optimizer, scheduler, 6)
    file.seek(0)
    saved = torch.load(file, weights_only=True)
    other = made(optimizer_class, **options)
    again = LinearMomentum(other)
    other.load_state_dict(saved[0])
    again.load_state_dict(saved[1])
    assert history(other, again, 6) == expected


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"start": -0.1}, "LinearMomentum: invalid start: -0.1"),
        ({"start": 1.0}, "LinearMomentum: invalid start: 1.0"),
        ({"end": float("nan")}, "LinearMomentum: invalid end: nan"),
        ({"end": 1.5}, "LinearMomentum: invalid end: 1.5"),
        ({"total_iters": 0}, "LinearMomentum: invalid total_iters: 0"),
        ({"total_iters": float("nan")}, "LinearMomentum: invalid total_iters: nan"),
    ],
)
def test_bad_values_change_nothing(options, said):
    optimizer = made(optim.Momentum)
    before = copy.deepcopy(optimizer.state_dict())
    with pytest.raises(ValueError, match=said):
        LinearMomentum(optimizer, **options)
    assert optimizer.state_dict() == before


@pytest.mark.parametrize("optimizer_class", [optim.SGD, optim.RMSprop])
def test_an_optimizer_without_momentum_is_refused(optimizer_class):
    name = optimizer_class.__name__
    with pytest.raises(ValueError, match=f"{name} has neither momentum nor betas"):
        LinearMomentum(made(optimizer_class))


def test_what_is_no_optimizer_is_refused():
    with pytest.raises(TypeError, match="int is not an Optimizer"):
        LinearMomentum(3)
