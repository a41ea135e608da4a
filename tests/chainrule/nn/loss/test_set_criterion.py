import math
from itertools import permutations

import pytest
import torch

from chainrule.nn import SetCriterion
from chainrule.nn.loss.set_criterion import _corners

UNIT = "object-detection-as-seq2seq"


def draw(Q=5, M=3, classes=2, seed=0):
    generator = torch.Generator().manual_seed(seed)

    def rand(*shape):
        return torch.rand(*shape, generator=generator, dtype=torch.float64)

    logits = 3 * rand(Q, classes + 1) - 1.5
    boxes = torch.cat([0.3 + 0.4 * rand(Q, 2), 0.1 + 0.3 * rand(Q, 2)], 1)
    labels = torch.randint(classes, (M,), generator=generator)
    targets = torch.cat([0.3 + 0.4 * rand(M, 2), 0.1 + 0.3 * rand(M, 2)], 1)
    return logits, boxes, labels, targets


def literal(logits, boxes, labels, targets, bbox, giou, eos, classes=2):
    """Equations 1 and 2 of the paper: N objects, padded with ∅, over lists."""
    Q = len(boxes)
    p = [[math.exp(x) for x in row] for row in logits.tolist()]
    p = [[x / sum(row) for x in row] for row in p]
    y = [(int(c), b) for c, b in zip(labels, targets, strict=True)]
    y += [(classes, None)] * (Q - len(y))

    def generalized(one, two):
        """IoU less the idle part of the box around, side by side."""
        sides, common, around = [], 1.0, 1.0
        for n in (0, 1):
            spans = [(b[n] - b[n + 2] / 2, b[n] + b[n + 2] / 2) for b in (one, two)]
            (l1, r1), (l2, r2) = spans
            sides.append((r1 - l1, r2 - l2))
            common *= max(0.0, min(r1, r2) - max(l1, l2))
            around *= max(r1, r2) - min(l1, l2)
        (w1, w2), (h1, h2) = sides
        either = w1 * h1 + w2 * h2 - common
        return common / either - (around - either) / around

    def box(i, j):
        b, other = y[i][1], boxes[j]
        l1 = sum(abs(u - v) for u, v in zip(b.tolist(), other.tolist(), strict=True))
        overlap = generalized(b.tolist(), other.tolist())
        return giou * (1 - overlap) + bbox * l1

    def match(i, j):
        return 0.0 if y[i][1] is None else box(i, j) - p[j][y[i][0]]

    best = min(
        permutations(range(Q)), key=lambda s: sum(match(i, s[i]) for i in range(Q))
    )
    total = 0.0
    for i, j in enumerate(best):
        nothing = y[i][1] is None
        total -= (eos if nothing else 1) * math.log(p[j][y[i][0]])
        total += 0 if nothing else box(i, j)
    return total


@pytest.mark.parametrize("M", [0, 1, 3, 5])
@pytest.mark.parametrize(("bbox", "giou", "eos"), [(5, 2, 0.1), (0.5, 3, 0.7)])
def test_the_equations_of_the_paper(agree, M, bbox, giou, eos):
    for seed in range(3):
        given = draw(M=M, seed=seed)
        found = SetCriterion(2, bbox, giou, eos)(*given)
        oracle = literal(*given, bbox, giou, eos)
        agree(UNIT, found, oracle, 1e-13, against="equations 1 and 2 over lists")
    assert SetCriterion(2).bbox == 5
    assert (SetCriterion(2).giou, SetCriterion(2).eos_coef) == (2, 0.1)


def test_any_order_of_objects_and_of_predictions(agree):
    logits, boxes, labels, targets = draw(seed=3)
    criterion = SetCriterion(2)
    loss = criterion(logits, boxes, labels, targets)
    for order in permutations(range(3)):
        moved = criterion(logits, boxes, labels[[*order]], targets[[*order]])
        agree(UNIT, moved, loss, 1e-14, against="another order of objects")
    for order in list(permutations(range(5)))[::7]:
        moved = criterion(logits[[*order]], boxes[[*order]], labels, targets)
        agree(UNIT, moved, loss, 1e-14, against="another order of predictions")


def test_gradient(agree):
    """By differences; the pairs stay, a small step does not change them."""
    logits, boxes, labels, targets = draw(seed=1)
    logits.requires_grad_()
    boxes.requires_grad_()
    criterion = SetCriterion(2)
    criterion(logits, boxes, labels, targets).backward()
    for x in (logits, boxes):
        for index in [(0, 0), (1, 2), (4, 1), (2, 2)]:
            values = []
            for step in (1e-6, -1e-6):
                moved = x.detach().clone()
                moved[index] += step
                inputs = (moved, boxes) if x is logits else (logits, moved)
                values.append(criterion(*inputs, labels, targets).item())
            slope = (values[0] - values[1]) / 2e-6
            agree(UNIT, x.grad[index], slope, 1e-6, atol=1e-8, against="differences")


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({0: torch.zeros(5, 2)}, r"logits must be \(5, 3\), got \(5, 2\)"),
        ({1: torch.zeros(5, 5)}, r"boxes must be \(5, 4\), got \(5, 5\)"),
        ({3: torch.zeros(2, 4)}, r"targets must be \(3, 4\), got \(2, 4\)"),
        ({2: torch.zeros(3, 1)}, r"labels must be \(3,\), got \(3, 1\)"),
        ({2: torch.tensor([0, 2, 1])}, r"labels are 0 to 1, got \[0, 2, 1\]"),
    ],
)
def test_what_is_refused(change, match):
    given = [change.get(n, x) for n, x in enumerate(draw())]
    with pytest.raises(ValueError, match=match):
        SetCriterion(2)(*given)


def test_more_objects_than_predictions():
    with pytest.raises(ValueError, match="3 objects, but 2 predictions"):
        SetCriterion(2)(*draw(Q=2))


def test_its_name():
    assert repr(SetCriterion(7)) == "SetCriterion(7, bbox=5.0, giou=2.0, eos_coef=0.1)"


def test_corners_of_middle_and_size():
    boxes = torch.tensor([[[3.0, 2.0, 4.0, 1.0]]])
    assert _corners(boxes).tolist() == [[[1.0, 1.5, 5.0, 2.5]]]


def test_labels_of_other_dtypes():
    """int32 is as good as int64; bytes would choose rows as a mask does."""
    criterion = SetCriterion(2)
    logits, boxes = torch.randn(4, 3), torch.rand(4, 4)
    labels, targets = torch.tensor([1, 0, 1]), torch.rand(3, 4)
    right = criterion(logits, boxes, labels, targets)
    assert torch.equal(criterion(logits, boxes, labels.int(), targets), right)
    for wrong in (labels.byte(), labels.bool(), labels.float()):
        with pytest.raises(TypeError, match="labels must be int32 or int64"):
            criterion(logits, boxes, wrong, targets)
