import weakref

import pytest
import torch
from helpers import trainings

from chainrule.training import evaluate, evaluating

UNIT = "validation-loop"


def accuracy(y, t):
    return ((y > 0) == (t > 0)).double().mean()


def data(samples=23):
    rng = torch.Generator().manual_seed(0)
    X = torch.randn(samples, 4, generator=rng, dtype=torch.float64)
    return X, X.sum(dim=1, keepdim=True).sin()


def test_the_batch_size_and_the_order_do_not_matter(agree):
    model, (X, t) = trainings.network(), data()
    loss = torch.nn.functional.mse_loss
    with evaluating(model):
        oracle = [loss(model(X), t), accuracy(model(X), t)]
    rng = torch.Generator().manual_seed(1)
    for size in range(1, 25):
        order = torch.randperm(len(X), generator=rng)
        batches = zip(X[order].split(size), t[order].split(size), strict=True)
        found = evaluate(model, loss, batches, accuracy=accuracy)
        assert [*found] == ["loss", "accuracy"]
        assert all(type(value) is float for value in found.values())
        agree(UNIT, [*found.values()], oracle, 1e-12, against="all at once")


def test_the_mean_of_the_means_is_another():
    """What the page warns of: 23 in batches of 10, the last with 3."""
    model, (X, t) = trainings.network(), data()
    loss = torch.nn.functional.mse_loss
    batches = [*zip(X.split(10), t.split(10), strict=True)]
    right = evaluate(model, loss, batches)["loss"]
    with evaluating(model):
        wrong = sum(loss(model(x), c).item() for x, c in batches) / len(batches)
    assert abs(wrong - right) > 1e-3 * right


def test_twice_is_the_same_and_leaves_no_trace():
    model, (X, t) = trainings.network(), data()
    before = {name: x.clone() for name, x in model.state_dict().items()}
    loss = torch.nn.functional.mse_loss
    found = [evaluate(model, loss, [(X, t)]) for _ in range(2)]
    assert found[0] == found[1]
    assert trainings.same(model.state_dict(), before)  # running means, too
    assert all(p.grad is None for p in model.parameters())


@pytest.mark.parametrize("fails", [False, True])
def test_every_module_gets_its_mode_back(fails):
    model, (X, t) = trainings.network(), data()
    model[1].eval()  # frozen
    modes = [m.training for m in model.modules()]
    seen = []

    def loss(y, t):
        seen.append([any(m.training for m in model.modules()), y.requires_grad])
        if fails:
            raise KeyboardInterrupt
        return y.mean()

    if fails:
        with pytest.raises(KeyboardInterrupt):
            evaluate(model, loss, [(X, t)])
    else:
        evaluate(model, loss, [(X, t)])
    assert seen == [[False, False]]
    assert (
        [m.training for m in model.modules()]
        == modes
        == [True] * 2 + [False] + [True] * 3
    )
    assert torch.is_grad_enabled()


def test_keeps_no_graph():
    model, (X, t) = trainings.network(), data()
    seen = []

    def loss(y, t):
        value = torch.nn.functional.mse_loss(y, t)
        assert value.grad_fn is None
        seen.append(weakref.ref(value))
        return value

    evaluate(model, loss, zip(X.split(5), t.split(5), strict=True))
    assert [ref() for ref in seen] == [None] * 5


def test_refuses_no_batches_and_a_sum():
    model = trainings.network()
    with pytest.raises(ValueError, match="evaluate: the loader gave no batches"):
        evaluate(model, torch.nn.functional.mse_loss, [])
    with pytest.raises(ValueError, match=r"evaluate: .* reduction='sum'"):
        evaluate(model, torch.nn.MSELoss(reduction="sum"), [data()])
