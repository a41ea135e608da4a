"""Every optimizer keeps torch's protocol: groups, closure, schedulers, hooks."""

import inspect

import pytest
import torch
from helpers import courses
from torch.optim import lr_scheduler as schedule


def test_groups_have_their_own_values(is_twin, optim, other):
    theta = courses.start()
    groups = [{"params": theta[:3]}, {"params": theta[3:], **other, "maximize": True}]
    together = courses.go(optim(groups), 10)
    is_twin(together[:3], courses.twin_go(optim, 10)[:3])
    is_twin(together[3:], courses.twin_go(optim, 10, maximize=True, **other)[3:])


def test_late_weights_start_at_their_first_step(optim):
    early, late = courses.start(((3,),)), courses.start(((3,),))
    optimizer = optim(early, lr=0.1)
    for _ in range(5):
        early[0].grad = torch.ones_like(early[0])
        optimizer.step()
    optimizer.add_param_group(param_group={"params": late})
    alone = courses.start(((3,),))
    theirs = optim(alone, lr=0.1)
    for _ in range(3):
        early[0].grad = None
        late[0].grad = alone[0].grad = torch.ones_like(late[0])
        optimizer.step()
        theirs.step()
    courses.same(late, alone, 1e-15)
    if optim.clock:
        assert optimizer.state[early[0]]["step"] == 5
        assert optimizer.state[late[0]]["step"] == 3


def test_without_gradients_nothing_happens(optim):
    theta = courses.start()
    optimizer = optim(theta)
    optimizer.step()
    courses.same(theta, courses.start(), 0)
    assert not optimizer.state


def test_closure_runs_with_gradients_on_and_its_loss_comes_back(optim):
    theta = courses.start()
    optimizer = optim(theta)

    def closure():
        optimizer.zero_grad()
        loss = sum((p**2).sum() for p in theta)
        loss.backward()
        return loss

    before = closure().item()
    assert optimizer.step(closure).item() == before
    assert optimizer.step(closure).item() < before
    assert optimizer.step() is None
    assert not any(p.grad.requires_grad for p in theta)


@pytest.mark.parametrize("maximize", [False, True])
@pytest.mark.parametrize("options", [{}, {"fused": False}, {"foreach": True}])
def test_gradients_are_never_written(optim, other, options, maximize):
    theta = courses.start()
    optimizer = optim(theta, maximize=maximize, **other, **options)
    for i, p in enumerate(theta):
        p.grad = courses.patchy(0, i, p)
    kept = [(g, g.clone(), g._version) for p in theta if (g := p.grad) is not None]
    optimizer.step()
    now = [p.grad for p in theta if p.grad is not None]
    for (g, copied, version), same in zip(kept, now, strict=True):
        assert g is same
        assert torch.equal(g, copied)
        assert g._version == version


def test_maximize_is_the_descent_of_minus_the_gradient(optim):
    up, down = courses.start(), courses.start()
    rising, falling = optim(up, maximize=True), optim(down)
    for step in range(4):
        for i, (p, q) in enumerate(zip(up, down, strict=True)):
            g = courses.patchy(step, i, p)
            p.grad, q.grad = g, None if g is None else -g
        rising.step()
        falling.step()
    courses.same(up, down, 1e-15)


@pytest.mark.parametrize("lr", [torch.tensor(0.03), torch.tensor([0.03])])
def test_tensor_lr(optim, lr):
    optimizer = optim(courses.start(), lr=lr)
    theirs = optim(courses.start(), lr=lr.item())
    courses.same(courses.go(optimizer, 3), courses.go(theirs, 3), 0)
    lr.fill_(0.5)  # as a scheduler does it
    theirs.param_groups[0]["lr"] = 0.5
    courses.same(courses.go(optimizer, 3, 3), courses.go(theirs, 3, 3), 0)


SCHEDULES = {
    "step": lambda o: schedule.StepLR(o, 3, 0.5),
    "lambda": lambda o: schedule.LambdaLR(o, lambda k: 1 / (1 + k)),
    "sequential": lambda o: schedule.SequentialLR(
        o,
        [schedule.LinearLR(o, 0.1, 1.0, 4), schedule.CosineAnnealingLR(o, 6)],
        milestones=[4],
    ),
    "plateau": lambda o: schedule.ReduceLROnPlateau(o, patience=1),
    "one-cycle": lambda o: schedule.OneCycleLR(
        o, 0.1, 10, cycle_momentum={"momentum", "betas"} & o.defaults.keys() != set()
    ),
}


@pytest.mark.filterwarnings("ignore:The epoch parameter:UserWarning")
@pytest.mark.parametrize("tensor", [False, True], ids=["float lr", "tensor lr"])
@pytest.mark.parametrize("name", SCHEDULES)
def test_schedulers_of_torch(optim, name, tensor):
    """What a scheduler writes into the groups is what the next step uses."""
    lr = torch.tensor(0.05, dtype=torch.float64) if tensor else 0.05
    optimizer = optim(courses.start(), lr=lr)
    scheduler = SCHEDULES[name](optimizer)
    by_hand = optim(courses.start())
    seen = set()
    for step in range(9):
        group = {n: x for n, x in optimizer.param_groups[0].items() if n in optim.hyper}
        group["lr"] = float(group["lr"])
        seen.add(tuple(map(str, group.values())))
        by_hand.param_groups[0].update(group)
        ours, theirs = courses.go(optimizer, 1, step), courses.go(by_hand, 1, step)
        courses.same(ours, theirs, 0)
        scheduler.step(*[1.0] * (name == "plateau"))
    assert len(seen) > 2


def test_hooks(optim):
    optimizer, calls = optim(courses.start()), []
    optimizer.register_step_pre_hook(lambda *_: calls.append("pre"))
    optimizer.register_step_post_hook(lambda *_: calls.append("post"))
    courses.go(optimizer, 2)
    assert calls == ["pre", "post"] * 2


def test_names_of_weights_are_kept(optim):
    layer = torch.nn.Linear(2, 1)
    optimizer = optim(layer.named_parameters())
    assert optimizer.param_groups[0]["param_names"] == ["weight", "bias"]


def test_signature_can_be_read(optim):
    arguments = inspect.signature(optim).parameters
    named = [n for n, a in arguments.items() if a.kind is a.KEYWORD_ONLY]
    by_place = [name for name in optim.hyper if name not in optim.by_name]
    assert next(iter(arguments)) == "params"
    assert [n for n in arguments if n in by_place] == by_place
    assert not {*by_place} & {*named}
    assert {*optim.by_name} <= {*named} & {*optim.hyper}
    for name, default in optim.hyper.items():
        assert arguments[name].default == default
    assert named[-5:] == [
        "maximize",
        "foreach",
        "capturable",
        "differentiable",
        "fused",
    ]


def test_arguments_and_defaults_are_those_of_torch(optim):
    """Where torch has a class of this name; what torch alone has is refused."""
    theirs = getattr(torch.optim, optim.__name__, None)
    if theirs is None:
        pytest.skip("torch has no class of this name")
    ours = inspect.signature(optim).parameters
    theirs = inspect.signature(theirs).parameters
    for place, (name, argument) in enumerate(ours.items()):
        if name in theirs:
            assert argument.default == theirs[name].default
            if argument.kind is not argument.KEYWORD_ONLY:
                assert [*theirs].index(name) == place
