import pytest
import torch

from chainrule.training.run import Update

UNIT = "training-loop"
mse = torch.nn.functional.mse_loss


def samples(count=13, dtype=torch.float64):
    rng = torch.Generator().manual_seed(0)
    X = torch.randn(count, 4, generator=rng, dtype=torch.float64).to(dtype)
    return X, X.sum(dim=1, keepdim=True).sin()


def network(dtype=torch.float64):
    torch.manual_seed(0)
    layers = torch.nn.Linear(4, 6), torch.nn.Tanh(), torch.nn.Linear(6, 1)
    return torch.nn.Sequential(*layers).to(dtype)


def unseen(loss, n):
    pass


def test_batches_together_are_one_large_batch(agree):
    """Also where the last is short: the mean is over samples, not batches."""
    X, t = samples()
    for size in (1, 2, 5, 8, 13):
        ours, whole = network(), network()
        optimizer = torch.optim.SGD(ours.parameters(), 0.1)
        seen = []
        update = Update(ours, mse, optimizer)
        batches = [*zip(X.split(size), t.split(size), strict=True)]
        update(batches, lambda loss, n, seen=seen: seen.append((loss.detach(), n)))
        mse(whole(X), t).backward()
        assert [n for _, n in seen] == [len(x) for x, _ in batches]
        mean = sum(loss * n for loss, n in seen) / 13
        agree(UNIT, mean, mse(whole(X), t), 1e-12, against="one large batch")
        for p, q in zip(ours.parameters(), whole.parameters(), strict=True):
            agree(UNIT, p.grad, q.grad, 1e-12, against="one large batch")
            with torch.no_grad():
                q -= 0.1 * q.grad
            agree(UNIT, p, q, 1e-12, against="one large batch")


def test_clips_what_has_been_added_up(agree):
    X, t = samples()
    ours, theirs = network(), network()
    update = Update(ours, mse, torch.optim.SGD(ours.parameters(), 0.1), clip=0.01)
    update([(X[:8], t[:8]), (X[8:], t[8:])], unseen)
    mse(theirs(X), t).backward()
    torch.nn.utils.clip_grad_norm_(theirs.parameters(), 0.01)
    for p, q in zip(ours.parameters(), theirs.parameters(), strict=True):
        agree(UNIT, p.grad, q.grad, 1e-12, against="torch.nn.utils.clip_grad_norm_")


def test_scaled_gradients_are_clipped_at_their_true_length(agree):
    """Mistake 13: clipped before they are scaled back, all would be tiny."""
    X, t = samples(dtype=torch.float32)
    ends = []
    for scaled in (False, True):
        model = network(torch.float32)
        optimizer = torch.optim.SGD(model.parameters(), 1.0)
        update = Update(model, mse, optimizer, clip=0.5)
        if scaled:
            update.scaler = torch.amp.GradScaler("cpu", init_scale=2.0**12)
        update([(X, t)], unseen)
        ends.append(torch.cat([p.detach().flatten() for p in model.parameters()]))
    agree(UNIT, ends[1], ends[0], 1e-6, against="without scaling")


def test_is_torchs_recipe_for_mixed_precision(agree):
    X, t = samples(dtype=torch.float32)
    for dtype in (torch.bfloat16, torch.float16):
        ours, theirs = network(torch.float32), network(torch.float32)
        update = Update(
            ours, mse, torch.optim.SGD(ours.parameters(), 0.1), None, 0.5, dtype
        )
        optimizer = torch.optim.SGD(theirs.parameters(), 0.1)
        scaler = torch.amp.GradScaler("cpu", enabled=dtype is torch.float16)
        kinds = []
        update.loss = lambda y, c, kinds=kinds: kinds.append(y.dtype) or mse(y, c)
        assert (update.scaler is not None) == scaler.is_enabled()
        for _ in range(3):
            update([(X, t)], unseen)
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype):
                value = mse(theirs(X), t)
            scaler.scale(value).backward()
            scaler.unscale_(optimizer)
            torch.nn.utils.clip_grad_norm_(theirs.parameters(), 0.5)
            scaler.step(optimizer)
            scaler.update()
        assert kinds == [dtype] * 3
        for p, q in zip(ours.parameters(), theirs.parameters(), strict=True):
            agree(UNIT, p, q, 0, against="torch.amp by hand")


def test_an_overflow_is_no_step_of_the_schedule_either():
    X, t = samples(dtype=torch.float32)
    model = network(torch.float32)
    optimizer = torch.optim.SGD(model.parameters(), 0.1)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
    update = Update(model, mse, optimizer, scheduler)
    update.scaler = torch.amp.GradScaler("cpu", init_scale=2.0**127)
    before = model[0].weight.detach().clone()
    update([(X * 100, t * 1e3)], unseen)
    assert torch.equal(model[0].weight, before)
    assert optimizer.param_groups[0]["lr"] == 0.1
    update.scaler = torch.amp.GradScaler("cpu", init_scale=2.0)
    update([(X, t)], unseen)
    assert optimizer.param_groups[0]["lr"] == 0.05


def test_a_parameter_that_joins_later_is_clipped_too():
    model, late = network(), torch.nn.Parameter(torch.ones(1, dtype=torch.float64))
    optimizer = torch.optim.SGD(model.parameters(), 0.1)
    update = Update(model, lambda y, t: mse(y * late, t), optimizer, clip=1e-3)
    optimizer.add_param_group({"params": [late]})
    update([samples()], unseen)
    assert late.grad.abs() < 1e-3


def test_the_loss_is_seen_before_anything_is_changed():
    model = network()
    optimizer = torch.optim.SGD(model.parameters(), 0.1)
    before = model[0].weight.detach().clone()

    def stop(loss, n):
        raise FloatingPointError

    with pytest.raises(FloatingPointError):
        Update(model, mse, optimizer)([samples()], stop)
    assert torch.equal(model[0].weight, before)
    assert model[0].weight.grad is None
