import math

import pytest
import torch

from chainrule.nn import CrossEntropyLoss

UNIT = "cross-entropy-loss"
AGAINST = "torch.nn.CrossEntropyLoss"
SHAPES = [(6, 4), (1, 2), (3, 4, 2), (2, 3, 2, 2), (5,)]
OPTIONS = [
    {},
    {"label_smoothing": 0.2},
    {"weight": True},
    {"weight": True, "label_smoothing": 0.3},
    {"ignore_index": 1},
    {"ignore_index": 0, "weight": True, "label_smoothing": 0.1},
]


def both(agree, z, t, options, reduction):
    dim = min(z.ndim - 1, 1)
    if options.get("weight"):
        weight = torch.rand(z.shape[dim], dtype=z.dtype) + 0.1
        options = options | {"weight": weight}
    leaves = z.clone().requires_grad_(), z.clone().requires_grad_()
    ours = CrossEntropyLoss(reduction=reduction, **options)(leaves[0], t)
    oracle = torch.nn.CrossEntropyLoss(reduction=reduction, **options)(leaves[1], t)
    agree(UNIT, ours, oracle, 2e-15, against=AGAINST)
    upstream = torch.rand_like(ours)
    ours.backward(upstream)
    oracle.backward(upstream)
    agree(UNIT, leaves[0].grad, leaves[1].grad, 2e-15, against=AGAINST)


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_classes(agree, shape, options, reduction):
    torch.manual_seed(1)
    z = 3 * torch.randn(shape, dtype=torch.float64)
    dim = min(len(shape) - 1, 1)
    t = torch.randint(shape[dim], shape[:dim] + shape[dim + 1 :])
    t.view(-1)[:1] = shape[dim] - 1 - options.get("ignore_index", 0) // 2
    if t.numel() > 1:
        t.view(-1)[1] = options.get("ignore_index", -100)
    if (t != options.get("ignore_index", -100)).any():
        both(agree, z, t, options, reduction)


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("options", OPTIONS[:4])
@pytest.mark.parametrize("shape", SHAPES)
def test_probabilities(agree, shape, options, reduction):
    torch.manual_seed(2)
    z = 3 * torch.randn(shape, dtype=torch.float64)
    t = torch.softmax(torch.randn_like(z), min(len(shape) - 1, 1))
    both(agree, z, t, options, reduction)


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_logits_of_any_size(agree, reduction):
    z = torch.tensor([[1e4, -1e4, 0], [-1e4, 1e4, 1e4 + 1]], dtype=torch.float64)
    for t in ([0, 2], [1, 0], [2, 1]):
        both(agree, z, torch.tensor(t), {}, reduction)
    t = torch.tensor([[0.2, 0.3, 0.5], [1, 0, 0]], dtype=torch.float64)
    both(agree, z, t, {}, reduction)


def test_a_masked_class_costs_nothing():
    z = torch.tensor([[0.0, 1.0, -torch.inf]], requires_grad=True)
    loss = CrossEntropyLoss()(z, torch.tensor([0]))
    loss.backward()
    assert loss.item() == pytest.approx(1.313262)
    assert z.grad[0].tolist() == pytest.approx([-0.731059, 0.731059, 0])


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (torch.tensor([0, 3]), r"classes are 0 to 2, got \[3\]"),
        (torch.tensor([0, -1]), r"classes are 0 to 2, got \[-1\]"),
        (torch.tensor([0, 1, 2]), r"classes \(2,\) or probabilities \(2, 3\), got"),
        (torch.ones(2), r"got torch.float32 \(2,\)"),
        (torch.ones(2, 3, dtype=torch.long), r"got torch.int64 \(2, 3\)"),
    ],
)
def test_what_is_no_target(target, message):
    with pytest.raises(ValueError, match=message):
        CrossEntropyLoss()(torch.zeros(2, 3), target)


def test_no_mean_of_nothing():
    """torch gives nan here, without a word."""
    z, t = torch.zeros(2, 3), torch.tensor([-100, -100])
    assert torch.nn.CrossEntropyLoss()(z, t).isnan()
    with pytest.raises(ValueError, match="no mean of nothing: no target counts"):
        CrossEntropyLoss()(z, t)
    assert CrossEntropyLoss(reduction="sum")(z, t) == 0


@pytest.mark.parametrize("smoothing", [-0.1, 1.1])
def test_label_smoothing(smoothing):
    with pytest.raises(ValueError, match=f"label_smoothing {smoothing} not in"):
        CrossEntropyLoss(label_smoothing=smoothing)


def test_mistake_21():
    """Smoothing: no mass for padding, no 0 · log 0; and eval() does not end it."""
    torch.manual_seed(0)
    z, t = torch.randn(5, 4, dtype=torch.float64), torch.tensor([1, 0, 3, 0, 2])
    z[:, 0] = -math.inf  # the padding class, which nothing should predict
    z.requires_grad_()
    given = {"weight": torch.tensor([0, 1, 1, 1]).double(), "ignore_index": 0}
    loss = CrossEntropyLoss(**given, label_smoothing=0.3)(z, t)
    loss.backward()
    log_y = z.detach().log_softmax(1)[:, 1:]
    costs = -0.7 * log_y[[0, 2, 4], [0, 2, 1]] - 0.3 / 4 * log_y[[0, 2, 4]].sum(1)
    torch.testing.assert_close(loss.detach(), costs.mean(), rtol=1e-14, atol=0)
    assert z.grad.isfinite().all()
    assert not z.grad[:, 0].any()  # and nothing for samples of padding
    assert not z.grad[[1, 3]].any()
    theirs = torch.nn.CrossEntropyLoss(**given, label_smoothing=0.3)
    assert theirs(z.detach(), t).isnan()
    for module in (CrossEntropyLoss(**given, label_smoothing=0.3), theirs):
        right = 20 * torch.eye(4, dtype=torch.float64)[1:]
        assert module.eval()(right, torch.tensor([1, 2, 3])) > 1  # measure without it


def test_second_derivatives():
    torch.manual_seed(0)
    z = torch.randn(3, 4, dtype=torch.float64, requires_grad=True)
    loss, t = CrossEntropyLoss(label_smoothing=0.1), torch.tensor([0, 3, 1])
    assert torch.autograd.gradgradcheck(lambda z: loss(z, t), (z,))


@pytest.mark.parametrize("dtype", [torch.float16, torch.float32])
def test_dtype_follows_the_input(dtype):
    z = torch.tensor([[2.0, 1.0]], dtype=dtype)
    assert CrossEntropyLoss()(z, torch.tensor([0])).dtype == dtype


@pytest.mark.parametrize("weight", [(1,), (2,), (4,), (), (1, 3), (3, 1)])
@pytest.mark.parametrize("soft", [False, True])
@pytest.mark.parametrize("shape", [(5, 3), (5, 3, 2), (3,)])
def test_a_weight_is_one_number_for_each_class(weight, soft, shape):
    z, w = torch.randn(shape), torch.rand(weight)
    t = z.softmax(min(1, z.ndim - 1)) if soft else z.argmax(min(1, z.ndim - 1))
    if soft or z.ndim < 3 or w.numel() != 3:  # nll_loss2d counts the numbers alone
        with pytest.raises((RuntimeError, ValueError)):
            torch.nn.CrossEntropyLoss(w)(z, t)
    with pytest.raises(ValueError, match=r"weight must be \(3,\), one for each class"):
        CrossEntropyLoss(w)(z, t)
