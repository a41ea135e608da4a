import pytest
import torch

from chainrule.nn import BCELoss, BCEWithLogitsLoss

UNIT = "binary-cross-entropy"
REDUCTIONS = ["mean", "sum", "none"]


def double(*values):
    return torch.tensor(values, dtype=torch.float64)


Y = double(0.9, 0.2, 0.6, 1e-6, 0.5, 1 - 1e-9)
T = double(1, 0, 0.3, 1, 0.9, 1)
WEIGHT = double(0.5, 1, 2, 3, 0, 1)


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("weight", [None, WEIGHT])
def test_from_probabilities(agree, weight, reduction):
    leaves = Y.clone().requires_grad_(), Y.clone().requires_grad_()
    ours = BCELoss(weight, reduction)(leaves[0], T)
    oracle = torch.nn.BCELoss(weight, reduction=reduction)(leaves[1], T)
    agree(UNIT, ours, oracle, 1e-15, against="torch.nn.BCELoss")
    ours.sum().backward()
    oracle.sum().backward()
    agree(UNIT, leaves[0].grad, leaves[1].grad, 1e-9, against="torch.nn.BCELoss")


def test_certain_and_wrong_stops_at_100(agree):
    y = double(0, 1, 0, 1).requires_grad_()
    t = double(1, 0, 0.5, 0.5)
    ours = BCELoss(reduction="none")(y, t)
    oracle = torch.nn.BCELoss(reduction="none")(y, t)
    agree(UNIT, ours, oracle, 1e-15, against="torch.nn.BCELoss")
    slope = torch.autograd.grad(ours.sum(), y)[0]
    theirs = torch.autograd.grad(oracle.sum(), y)[0]
    # torch keeps its 1e-12 in single precision
    agree(UNIT, slope, theirs, 1e-8, against="torch.nn.BCELoss")
    assert slope.tolist() == pytest.approx([-1e12, 1e12, -5e11, 5e11])


def test_certain_and_right():
    """d/dy of -ln(1 - y) at y = 0 is 1; torch's backward makes 0 of it."""
    y = double(0, 1).requires_grad_()
    ours, theirs = BCELoss(), torch.nn.BCELoss()
    t = double(0, 1)
    assert ours(y, t) == theirs(y, t) == 0
    assert torch.autograd.grad(ours(y, t), y)[0].tolist() == [0.5, -0.5]
    assert torch.autograd.grad(theirs(y, t), y)[0].tolist() == [0, 0]


@pytest.mark.parametrize("bad", [-0.1, 1.1, float("nan")])
def test_probabilities_only(bad):
    with pytest.raises(ValueError, match=r"input must lie in \[0, 1\]"):
        BCELoss()(torch.tensor([bad]), torch.ones(1))
    with pytest.raises(ValueError, match=r"target must lie in \[0, 1\]"):
        BCELoss()(torch.ones(1), torch.tensor([bad]))


Z = double(0, 1.5, -2, 40, -800, 1e4, -1e4, 1e4, -1e4).reshape(3, 3)
TZ = double(1, 0.3, 0, 1, 0, 1, 0, 0, 1).reshape(3, 3)
POS = double(2, 0.5, 3)


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("weight", [None, double(0.5, 1, 2)])
@pytest.mark.parametrize("pos_weight", [None, POS])
def test_from_logits(agree, weight, pos_weight, reduction):
    leaves = Z.clone().requires_grad_(), Z.clone().requires_grad_()
    ours = BCEWithLogitsLoss(weight, reduction, pos_weight)(leaves[0], TZ)
    oracle = torch.nn.BCEWithLogitsLoss(
        weight, reduction=reduction, pos_weight=pos_weight
    )(leaves[1], TZ)
    against = "torch.nn.BCEWithLogitsLoss"
    agree(UNIT, ours, oracle, 1e-15, against=against)
    ours.sum().backward()
    oracle.sum().backward()
    agree(UNIT, leaves[0].grad, leaves[1].grad, 1e-15, against=against)


def test_slope_in_the_middle():
    """max(z, 0) - zt + ln(1 + e^-|z|), differentiated piece by piece, may give 1."""
    z = torch.zeros(1, requires_grad=True)
    BCEWithLogitsLoss()(z, torch.zeros(1)).backward()
    assert z.grad.item() == 0.5


def test_float32_keeps_small_losses():
    """At z = 20, t = 1 the loss is e^-20; ln of the rounded sigmoid would be 0."""
    z = torch.tensor([20.0])
    assert BCEWithLogitsLoss()(z, torch.ones(1)).item() == pytest.approx(2.0612e-9)
    assert BCELoss()(z.sigmoid(), torch.ones(1)).item() == 0


def test_weights_belong_to_the_state():
    loss = BCEWithLogitsLoss(torch.ones(2), pos_weight=torch.ones(2))
    assert {*loss.state_dict()} == {"weight", "pos_weight"}


FITS = [(5, 1), (1, 1), (1,), (), (5, 3), (3,), (1, 5), (5,), (1, 5, 1), (2,)]


@pytest.mark.parametrize("kind", ["weight", "pos_weight", "probabilities"])
@pytest.mark.parametrize("shape", [(5, 1), (5, 3), (3,)])
@pytest.mark.parametrize("weight", FITS)
def test_a_weight_that_does_not_fit_is_refused(kind, shape, weight):
    """torch's refusals; a loss never grows to the shape of its weight."""
    w, z = torch.rand(weight).double(), torch.rand(shape).double()
    t = torch.rand(shape).double()
    if kind == "probabilities":
        ours = BCELoss(w, "none")
        theirs = torch.nn.BCELoss(w, reduction="none")
    else:
        ours = BCEWithLogitsLoss(**{kind: w}, reduction="none")
        theirs = torch.nn.BCEWithLogitsLoss(**{kind: w}, reduction="none")
    try:
        oracle = theirs(z, t)
    except (RuntimeError, ValueError):
        oracle = None
    if oracle is None or oracle.shape != shape:
        name = "pos_weight" if kind == "pos_weight" else "weight"
        with pytest.raises(ValueError, match=rf"^{name} \({str(weight)[1:-1]}\) does"):
            ours(z, t)
    else:
        torch.testing.assert_close(ours(z, t), oracle)
