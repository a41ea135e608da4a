"""Lookahead around optimizers of torch and of ours; what it promises as one of them."""

import copy
import io
import pickle

import numpy as np
import pytest
import torch
from helpers import courses
from helpers.courses import go
from torch.optim import lr_scheduler

from chainrule import optim as ours
from chainrule.optim import Lookahead
from chainrule.scratch.optim import lookahead as twin

SHAPES = ((3, 2), (5,), (), (0, 3), (1, 4))
INNER = {
    "torch.SGD": lambda p, **o: torch.optim.SGD(p, **{"lr": 0.01, **o}),
    "torch.Adam": torch.optim.Adam,
    "torch.RAdam": torch.optim.RAdam,
    "Adam": ours.Adam,
    "Momentum": ours.Momentum,
    "NAdam": ours.NAdam,
    "SWATS": lambda p, **o: ours.SWATS(p, **{"eps": 0.1, **o}),
}


@pytest.fixture(params=INNER.values(), ids=INNER)
def inner(request):
    return request.param


def start(dtype=torch.float64):
    return courses.start(SHAPES, dtype)


def equal(a, b):
    return len(a) == len(b) and all(map(torch.equal, a, b))


def vector(tensors):
    return torch.cat([x.reshape(-1) for x in tensors])


@pytest.mark.parametrize(("k", "alpha"), [(1, 0.5), (3, 0.3), (5, 0.5), (4, 1.0)])
def test_is_the_numpy_twin(agree, inner, k, alpha):
    """The twin is told what the inner optimizer did: its step from the fast weights."""
    theta = start()
    slow = fast = vector(start()).detach().numpy()
    optimizer = Lookahead(inner(theta), k, alpha)
    plain, against = optimizer.optimizer, "chainrule.scratch.optim.lookahead"
    for t in range(1, 21):
        moved = []
        hook = plain.register_step_post_hook(
            lambda *_, moved=moved: moved.append(vector(theta).detach().clone())
        )
        ours = vector(go(optimizer, 1, first=t))
        hook.remove()
        fast, slow = twin(moved[0].numpy(), slow, t, k, alpha)
        agree("lookahead", ours, fast, 1e-14, against=against)


@pytest.mark.parametrize("k", [1, 2, 7])
def test_with_alpha_one_it_is_the_inner_optimizer_bit_for_bit(inner, k):
    alone, wrapped = (inner(start(), lr=0.5) for _ in range(2))
    wrapped = Lookahead(wrapped, k=k, alpha=1)
    assert equal(go(wrapped, 20), go(alone, 20))


def test_never_synchronized_it_is_the_inner_optimizer(inner):
    alone, wrapped = inner(start()), Lookahead(inner(start()), k=21, alpha=0.0)
    assert equal(go(wrapped, 20), go(alone, 20))
    assert equal(go(wrapped, 1, 20), start())


@pytest.mark.parametrize("alpha", [0.3, 0.5, 1.0])
def test_with_k_one_and_sgd_it_is_sgd_with_a_smaller_rate(agree, alpha):
    wrapped = Lookahead(torch.optim.SGD(start(), lr=0.1), k=1, alpha=alpha)
    alone = torch.optim.SGD(start(), lr=0.1 * alpha)
    ends = vector(go(wrapped, 20)), vector(go(alone, 20))
    agree("lookahead", *ends, 1e-13, against="torch.optim.SGD(lr=α η)")


def test_slow_weights_are_a_mean_of_fast_ones(agree):
    """φ is α Σ (1-α)^j θ of the synchronizations, and what is left of the start."""
    optimizer, seen = Lookahead(ours.Momentum(start(), lr=0.1), k=3, alpha=0.4), []
    optimizer.optimizer.register_step_post_hook(
        lambda o, *_: seen.append(vector(o.param_groups[0]["params"]).detach().clone())
    )
    end = vector(go(optimizer, 12))
    visited = torch.stack(seen[2::3])
    weights = 0.4 * 0.6 ** torch.arange(3, -1, -1.0, dtype=torch.float64)
    mean = weights @ visited + 0.6**4 * vector(start()).detach()
    agree("lookahead", end, mean, 1e-14, against="closed form")


def test_the_first_synchronization_goes_back_to_the_start(agree):
    """Slow weights saved only there would leave it at -5."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = Lookahead(torch.optim.SGD([w], lr=1.0))
    path = []
    for _ in range(10):
        w.grad = torch.ones_like(w)
        optimizer.step()
        path.append(w.item())
    exact = [-1, -2, -3, -4, -2.5, -3.5, -4.5, -5.5, -6.5, -5]
    agree("lookahead", path, exact, 0, against="by hand")


def test_a_narrow_gorge_holds_it_as_well():
    """Note B: it avoids gorges. In this one, wide 0.1, the loss is lowest."""

    def end(wrap):
        w = torch.tensor([2.1], dtype=torch.float64, requires_grad=True)
        optimizer = wrap(torch.optim.SGD([w], lr=0.005))
        for _ in range(1000):
            gorge = torch.exp(-((w - 2) ** 2) / 0.02)
            optimizer.zero_grad()
            (0.02 * w**2 - gorge).sum().backward()
            optimizer.step()
        return w.item()

    assert end(Lookahead) == pytest.approx(end(lambda inner: inner), abs=1e-12)
    assert end(Lookahead) == pytest.approx(1.9992, abs=1e-4)


def test_slow_weights_are_those_of_the_first_step_not_of_the_constructor():
    """A model may be loaded in between."""
    w = torch.zeros(1, requires_grad=True)
    optimizer = Lookahead(torch.optim.SGD([w], lr=1.0), k=1)
    w.detach().fill_(8.0)
    w.grad = torch.full_like(w, 2.0)
    optimizer.step()
    assert w.item() == 7.0


def test_the_inner_state_is_its_own(inner):
    """Many an optimizer begins where len(state) == 0."""
    alone, wrapped = inner(start()), Lookahead(inner(start()))
    go(alone, 3)
    go(wrapped, 3)
    theirs = [list(state) for state in alone.state.values()]
    assert [list(state) for state in wrapped.optimizer.state.values()] == theirs
    assert all(
        list(wrapped.state[p]) == ["slow"] for p in wrapped.param_groups[0]["params"]
    )
    assert alone.param_groups[0].keys() == wrapped.param_groups[0].keys()


# -- interrupted and continued ----------------------------------------------------


def through_state_dict(make, optimizer):
    loaded = make()
    loaded.load_state_dict(optimizer.state_dict())
    return loaded


def through_file(make, optimizer):
    file, loaded = io.BytesIO(), make()
    torch.save(optimizer.state_dict(), file)
    file.seek(0)
    loaded.load_state_dict(torch.load(file, weights_only=True))
    return loaded


WAYS = {
    "state_dict": through_state_dict,
    "torch.load": through_file,
    "pickle": lambda make, optimizer: pickle.loads(pickle.dumps(optimizer)),
    "deepcopy": lambda make, optimizer: copy.deepcopy(optimizer),
}


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.bfloat16])
@pytest.mark.parametrize("steps", [0, 3, 5, 7])
@pytest.mark.parametrize("way", WAYS)
def test_goes_on_bit_for_bit(inner, way, steps, dtype):
    optimizer = Lookahead(inner(start(dtype), lr=0.1))
    go(optimizer, steps)

    def make():
        theta = [p for group in optimizer.param_groups for p in group["params"]]
        copies = [p.detach().clone().requires_grad_() for p in theta]
        return Lookahead(inner(copies, lr=123.0))

    other = WAYS[way](make, optimizer)
    assert repr(other) == repr(optimizer)
    assert equal(go(other, 9, steps), go(optimizer, 9, steps))


def test_loading_leaves_the_checkpoint_alone():
    optimizer = Lookahead(torch.optim.Adam(start()))
    go(optimizer, 7)
    saved = optimizer.state_dict()
    kept = copy.deepcopy(saved)
    loaded = Lookahead(torch.optim.Adam(start()))
    loaded.load_state_dict(saved)
    go(loaded, 7)
    for i, state in kept["state"].items():
        assert torch.equal(state["slow"], saved["state"][i]["slow"])
    for i, state in kept["fast"]["state"].items():
        assert torch.equal(state["exp_avg"], saved["fast"]["state"][i]["exp_avg"])


def test_groups_are_shared_after_loading():
    optimizer = Lookahead(torch.optim.Adam(start()))
    optimizer.load_state_dict(optimizer.state_dict())
    optimizer.param_groups[0]["lr"] = 0.5
    assert optimizer.optimizer.param_groups[0]["lr"] == 0.5
    assert "param_groups" not in vars(optimizer)


# -- torch's protocol -------------------------------------------------------------


def test_weights_of_a_late_group_begin_where_they_are(inner):
    optimizer = Lookahead(inner(start()[:2], lr=0.1), k=3)
    go(optimizer, 4)
    optimizer.add_param_group({"params": start()[2:], "lr": 0.2})
    assert [g["lr"] for g in optimizer.optimizer.param_groups] == [0.1, 0.2]
    before = go(optimizer, 1, 4)[2:]
    after = go(optimizer, 1, 5)[2:]
    alone = inner(start()[:2], lr=0.1)
    alone.add_param_group({"params": start()[2:], "lr": 0.2})
    for p in alone.param_groups[0]["params"]:
        p.grad = None
    theirs = go(Lookahead(alone, k=2), 2, 4)[2:]
    assert all(map(torch.allclose, after, theirs))
    assert not equal(before, after)


def test_bad_groups_are_not_added():
    optimizer = Lookahead(ours.Adam(start()))
    with pytest.raises(ValueError, match="more than one parameter group"):
        optimizer.add_param_group({"params": optimizer.param_groups[0]["params"]})
    with pytest.raises(ValueError, match="Invalid learning rate: -1"):
        optimizer.add_param_group({"params": start(), "lr": -1})
    assert len(optimizer.param_groups) == 1


@pytest.mark.parametrize("of", ["lookahead", "inner"])
@pytest.mark.parametrize(
    "schedule",
    [
        lambda o: lr_scheduler.StepLR(o, 3, 0.5),
        lambda o: lr_scheduler.OneCycleLR(o, 0.1, 20),
        lambda o: lr_scheduler.ReduceLROnPlateau(o, patience=1),
    ],
)
@pytest.mark.filterwarnings("error")
def test_schedulers(schedule, of):
    optimizer, by_hand = (Lookahead(torch.optim.Adam(start())) for _ in range(2))
    scheduler = schedule(optimizer if of == "lookahead" else optimizer.optimizer)
    rates = set()
    for step in range(12):
        (group,), (other,) = optimizer.param_groups, by_hand.param_groups
        other["lr"], other["betas"] = group["lr"], group["betas"]
        rates.add(group["lr"])
        assert equal(go(optimizer, 1, step), go(by_hand, 1, step))
        scheduler.step(*[1.0] * isinstance(scheduler, lr_scheduler.ReduceLROnPlateau))
    assert len(rates) > 2


def test_closure_and_zero_grad(inner):
    theta = start()
    optimizer = Lookahead(inner(theta), k=2)

    def closure():
        optimizer.zero_grad()
        loss = sum((p**2).sum() for p in theta)
        loss.backward()
        return loss

    before = closure().item()
    losses = [optimizer.step(closure).item() for _ in range(20)]
    assert losses[0] == before
    assert losses[-1] < losses[2] < losses[0]
    optimizer.zero_grad()
    assert all(p.grad is None for p in theta)
    assert optimizer.step() is None
    assert all(p.requires_grad and p.is_leaf for p in theta)


def test_first_step_with_a_closure_alone():
    """No weight has a gradient before it, and LBFGS calls it many times."""
    w = torch.full((2,), 3.0, requires_grad=True)
    optimizer = Lookahead(torch.optim.LBFGS([w]), k=1)

    def closure():
        optimizer.zero_grad()
        loss = (w**2).sum()
        loss.backward()
        return loss

    assert optimizer.step(closure).item() == 18.0
    assert w.tolist() == pytest.approx([1.5, 1.5])


def test_hooks_of_both():
    calls = []
    optimizer = Lookahead(torch.optim.SGD(start()))
    optimizer.register_step_pre_hook(lambda *_: calls.append("before"))
    optimizer.register_step_post_hook(lambda *_: calls.append("after"))
    optimizer.optimizer.register_step_post_hook(lambda *_: calls.append("inner"))
    go(optimizer, 2)
    assert calls == ["before", "inner", "after"] * 2


def test_sparse_gradients_and_complex_weights():
    table = torch.zeros(4, 2, requires_grad=True)
    optimizer = Lookahead(torch.optim.SparseAdam([table], lr=1.0), k=1)
    table.grad = torch.sparse_coo_tensor(
        [[1]], [[1.0, -1.0]], (4, 2), check_invariants=True
    )
    optimizer.step()
    assert table[1].tolist() == pytest.approx([-0.5, 0.5])
    assert table[0].tolist() == [0, 0]
    z = torch.zeros(2, dtype=torch.complex128, requires_grad=True)
    z.grad = torch.full_like(z, 2 - 4j)
    Lookahead(torch.optim.SGD([z], lr=1.0), k=1).step()
    assert z.tolist() == [-1 + 2j] * 2


def test_amp_gradient_scaler():
    w = torch.ones(2, requires_grad=True)
    optimizer = Lookahead(torch.optim.SGD([w], lr=1.0), k=1)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    scaler.scale((w * 4).sum()).backward()
    scaler.step(optimizer)
    assert w.tolist() == [-1.0, -1.0]
    w.grad.fill_(float("inf"))
    scaler.update()
    scaler.step(optimizer)
    assert w.tolist() == [-1.0, -1.0]


def test_around_itself():
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = Lookahead(Lookahead(torch.optim.SGD([w], lr=1.0), k=2), k=2)
    path = []
    for _ in range(4):
        w.grad = torch.ones_like(w)
        optimizer.step()
        path.append(w.item())
    assert path == [-1, -0.5, -1.5, -1.125]
    loaded = Lookahead(Lookahead(torch.optim.SGD([w], lr=1.0), k=2), k=2)
    loaded.load_state_dict(optimizer.state_dict())
    w.grad = torch.ones_like(w)
    loaded.step()
    assert w.item() == -2.125


@pytest.mark.parametrize("k", [0, -1, 2.5, float("nan")])
def test_bad_k(k):
    with pytest.raises(ValueError, match=f"Invalid k value: {k}"):
        Lookahead(torch.optim.SGD(start()), k=k)


@pytest.mark.parametrize("alpha", [-0.1, 1.1, float("nan"), "half", None])
def test_bad_alpha(alpha):
    with pytest.raises(ValueError, match=f"Invalid alpha value: {alpha}"):
        Lookahead(torch.optim.SGD(start()), alpha=alpha)


@pytest.mark.parametrize("what", [start(), torch.optim.SGD, None])
def test_what_is_no_optimizer(what):
    with pytest.raises(TypeError, match="is no optimizer"):
        Lookahead(what)


def test_why_it_is_lerp():
    """φ + (θ - φ) is not always θ in floating point; lerp with α = 1 is."""
    rng = np.random.default_rng(0)
    slow, fast = rng.normal(size=(2, 1000))
    assert (slow + (fast - slow) != fast).any()
    given = torch.tensor(slow), torch.tensor(fast)
    assert torch.equal(given[0].lerp(given[1], 1.0), given[1])


@pytest.mark.equation("eq:lookahead")
def test_is_what_the_page_prints(agree, equation):
    symbols = {r"\phi_{s-1}": "slow", r"\alpha": "alpha", r"\theta_{s,k}": "fast"}
    printed = equation("eq:lookahead", r"\phi_s", symbols)
    optimizer, seen = Lookahead(ours.Momentum(start(), lr=0.1), k=3, alpha=0.4), []
    theta = optimizer.param_groups[0]["params"]
    slow = vector(theta).detach().numpy()
    optimizer.optimizer.register_step_post_hook(
        lambda *_: seen.append(vector(theta).detach().clone().numpy())
    )
    for s in range(1, 5):
        end = vector(go(optimizer, 3, 3 * s))
        slow = printed(slow=slow, alpha=0.4, fast=seen[-1])
        agree("lookahead", end, slow, 1e-14, against="printed equation (25.1)")
