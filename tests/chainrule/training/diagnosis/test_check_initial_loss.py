import math

import numpy as np
import pytest
import torch
from scipy import stats
from torch.nn import functional as F

from chainrule.training import InitialLoss, check_initial_loss, expected_initial_loss
from chainrule.training.diagnosis.check_initial_loss import reason

UNIT = "check-initial-loss"


def zeros(K, d=4):
    model = torch.nn.Linear(d, K).double()
    with torch.no_grad():
        for w in model.parameters():
            w.zero_()
    return model


def batches(K, n=30, d=4, size=7, shares=None):
    rng = np.random.default_rng(K)
    x = torch.from_numpy(rng.normal(size=(n, d)))
    t = torch.from_numpy(rng.choice(K, size=n, p=shares))
    return [*zip(x.split(size), t.split(size), strict=True)]


@pytest.mark.parametrize("K", [2, 3, 10, 1000])
def test_zero_weights_give_ln_k(agree, K):
    found = check_initial_loss(zeros(K), F.cross_entropy, batches(K), K)
    assert found.ok
    assert found.wrong == ""
    against = "torch.nn.functional.cross_entropy"
    agree(UNIT, found.expected, found.loss, 1e-15, against=against)
    uniform = stats.entropy(np.ones(K))
    agree(UNIT, expected_initial_loss(K), uniform, 1e-15, against="scipy.stats.entropy")


@pytest.mark.parametrize(
    "shares", [[0.5, 0.5], [0.9, 0.1], [2, 3, 5], [1.0, 0.0, 3.0], [1, 1, 1, 1]]
)
def test_shares_give_their_entropy(agree, shares):
    expected = expected_initial_loss(np.array(shares))
    agree(UNIT, expected, stats.entropy(shares), 1e-14, against="scipy.stats.entropy")
    agree(
        UNIT,
        expected_initial_loss([7 * share for share in shares]),
        torch.distributions.Categorical(
            torch.tensor(shares, dtype=torch.float64)
        ).entropy(),
        1e-13,
        against="torch.distributions.Categorical.entropy",
    )


def test_biases_that_know_the_shares_give_the_entropy(agree):
    counts = [12, 6, 2]
    t = torch.repeat_interleave(torch.arange(3), torch.tensor(counts))
    x = torch.zeros(20, 4, dtype=torch.float64)
    model = zeros(3)
    with torch.no_grad():
        model.bias.copy_(torch.tensor(counts).double().log())
    found = check_initial_loss(model, F.cross_entropy, [(x, t)], counts)
    assert found.ok
    against = "torch.nn.functional.cross_entropy"
    agree(UNIT, found.expected, found.loss, 1e-14, against=against)
    told = check_initial_loss(zeros(3), F.cross_entropy, [(x, t)], counts)
    assert "that is ln K; the biases" in told.wrong


def test_two_classes_with_one_output():
    (x, t), *_ = batches(2, size=30)
    for model, t_of in (
        (zeros(1), lambda t: t[:, None].double()),
        (torch.nn.Sequential(zeros(1), torch.nn.Flatten(0)), lambda t: t.double()),
    ):
        loss = F.binary_cross_entropy_with_logits
        found = check_initial_loss(model, loss, [(x, t_of(t))], 2)
        assert found.loss == pytest.approx(math.log(2), rel=1e-15)
        assert found.ok


def test_a_loss_for_each_pixel():
    x = torch.randn(2, 3, 4, 4, dtype=torch.float64)
    t = torch.randint(5, (2, 4, 4))
    model = torch.nn.Conv2d(3, 5, 1).double()
    with torch.no_grad():
        for w in model.parameters():
            w.zero_()
    assert check_initial_loss(model, F.cross_entropy, [(x, t)], 5).ok


def test_large_weights_and_how_large():
    model = zeros(5)
    with torch.no_grad():
        model.weight.normal_(std=10, generator=torch.Generator().manual_seed(0))
    data = batches(5)
    y = torch.cat([model(x) for x, _ in data]).detach()
    std = y.std(dim=1, correction=0).square().mean().sqrt()
    found = check_initial_loss(model, F.cross_entropy, data, 5)
    assert not found.ok
    assert found.loss > 2 * math.log(5)
    assert f"the outputs differ by {std:.2g} (standard deviation)" in found.wrong
    assert "weights or inputs are too large" in found.wrong
    with torch.no_grad():
        model.weight.zero_()
        model.bias.fill_(1e3)  # alike for all classes: nothing is wrong
    assert check_initial_loss(model, F.cross_entropy, data, 5).ok
    one = zeros(1)
    with torch.no_grad():
        one.bias.fill_(-6)
    data = [(x, torch.ones(len(x), 1, dtype=torch.float64)) for x, _ in data]
    found = check_initial_loss(one, F.binary_cross_entropy_with_logits, data, 2)
    assert "the outputs differ by 6 (" in found.wrong


def test_what_else_can_be_wrong():
    data = batches(4)
    for loss, model, classes, said in (
        (lambda y, t: 50 + F.cross_entropy(y, t), zeros(4), 4, "holds a penalty"),
        (lambda y, t: y.sum() * math.nan, zeros(4), 4, "the loss is nan: bad inputs"),
        (lambda y, t: y.sum() + math.inf, zeros(4), 4, "the loss is inf: bad inputs"),
        (F.cross_entropy, zeros(6), 4, "the model has 6 outputs for 4 classes"),
        (F.cross_entropy, zeros(6), [1, 2, 3, 0], "6 outputs for 4 classes"),
        (
            lambda y, t: F.nll_loss(y.softmax(1), t),
            zeros(4),
            4,
            "the loss is -0.25, not 1.386: a cross-entropy is never negative",
        ),
        (
            lambda y, t: F.cross_entropy(y, t, reduction="sum"),
            zeros(4),
            4,
            "a sum over the 6.66667 samples, not their mean",  # (4 · 49 + 4) / 30
        ),
        (lambda y, t: 0 * y.sum() + 0.1, zeros(4), 4, "x holds the answer"),
    ):
        found = check_initial_loss(model, loss, data, classes)
        assert said in found.wrong
        assert not found.ok
    with pytest.raises(ValueError, match="must be a mean over samples"):
        check_initial_loss(
            zeros(4), torch.nn.CrossEntropyLoss(reduction="sum"), data, 4
        )


def test_tolerance_is_a_share_of_what_is_expected():
    data = batches(4)
    for factor, ok in ((0.81, True), (0.79, False), (1.19, True), (1.21, False)):

        def loss(y, t, factor=factor):
            return factor * F.cross_entropy(y, t)

        assert check_initial_loss(zeros(4), loss, data, 4, tolerance=0.2).ok is ok
    assert not check_initial_loss(zeros(4), loss, data, 4).ok
    slightly = 1.11 * math.log(4)
    assert reason(slightly, math.log(4), 0.1, outputs=4, K=4, std=0, samples=1)
    assert not reason(slightly, math.log(4), 0.12, outputs=4, K=4, std=0, samples=1)


def test_leaves_modes_and_weights():
    model = torch.nn.Sequential(torch.nn.BatchNorm1d(4), torch.nn.Dropout(), zeros(3))
    model.double()[1].eval()
    before = {name: x.clone() for name, x in model.state_dict().items()}
    check_initial_loss(model, F.cross_entropy, batches(3), 3)
    assert [m.training for m in model] == [True, False, True]
    assert all(torch.equal(x, before[n]) for n, x in model.state_dict().items())
    assert model[2].weight.grad is None


@pytest.mark.parametrize(
    ("classes", "said"),
    [
        (1, "2 or more, got 1"),
        (2.5, "2 or more, got 2.5"),
        (math.nan, "2 or more, got nan"),
        ([1.0], r"two or more, got \[1.0\]"),
        ([1.0, 0.0], r"two or more, got \[1.0, 0.0\]"),
        ([], r"two or more, got \[\]"),
        ([1, -1, 2], r"or shares \(K,\), got \[1, -1, 2\]"),
        ([1, math.inf], r"or shares \(K,\), got \[1, inf\]"),
        ([1, math.nan], r"or shares \(K,\), got \[1, nan\]"),
        ([[1, 2]], r"or shares \(K,\), got \[\[1, 2\]\]"),
    ],
)
def test_bad_classes_are_named(classes, said):
    with pytest.raises(ValueError, match=said):
        expected_initial_loss(classes)


def test_bad_tolerance_and_no_batches():
    for tolerance in (0, -1, math.nan, math.inf):
        with pytest.raises(ValueError, match=f"positive, got {tolerance}"):
            check_initial_loss(zeros(2), F.cross_entropy, [], 2, tolerance=tolerance)
    with pytest.raises(ValueError, match="no batches"):
        check_initial_loss(zeros(2), F.cross_entropy, [], 2)


def test_a_result():
    assert InitialLoss(1.0, 1.0, "").ok
    assert not InitialLoss(1.0, 2.0, "x").ok
