"""A fault in a formula does not go unseen: no mutant of `update` is its NumPy twin."""

import inspect
import sys

import pytest
from helpers import courses
from helpers.mutants import mutants, unexplained

import chainrule.optim
import chainrule.scratch.optim

# Not seen because they change nothing: class -> what is changed -> why.
EQUIVALENT = {
    "SWATS": {"average -> v": "after the switch the average is not used again"},
}
SEEN = 1e-9  # of the size of a tensor; a formula itself is within 1e-12


def steady(step, i, w):
    """Gradients that hardly change, so that what waits for that happens."""
    return courses.patchy(20, i, w) * (1 + step % 2 / 50)


def start():
    """Three weights; the last is zero."""
    theta = courses.start(((3, 2), (5,), ()))
    theta[-1].data.zero_()
    return theta


def tried(other):
    """(steps, gradients, hyperparameters): the first shows most faults."""
    yield 12, courses.patchy, other
    yield 12, courses.patchy, {}
    yield 40, steady, other


def gap(cls, twin, steps, gradient, options):
    """Largest difference from the twin, infinite for an error or a NaN."""
    try:
        optimizer = cls(start(), fused=False, foreach=False, **options)
        theta = courses.go(optimizer, steps, gradient=gradient)
    except (ArithmeticError, TypeError, ValueError, RuntimeError):
        return float("inf")
    gaps = [
        ((p - w).abs().max() / w.abs().max().clamp(min=1)).item()
        for p, w in zip(theta, twin, strict=True)
    ]
    return max(x if x == x else float("inf") for x in gaps)


def survivors(optim, source, other, record):
    """Mutants that no course tells from the twin; all are recorded."""
    ways = []
    for steps, gradient, options in tried(other):
        given = {"theta": start(), "gradient": gradient}
        twin = courses.twin_go(optim, steps, **given, **options)
        ways.append((twin, steps, gradient, options))
        assert gap(optim, *ways[-1]) < 1e-12
    left = []
    for mutant, cls in mutants(source, optim.__name__):
        error = 0.0
        for way in ways:
            error = max(error, gap(cls, *way))
            if error > SEEN:
                break
        else:
            left.append(mutant)
        record((mutant, error))
    return left


@pytest.fixture
def source(optim):
    return inspect.getsource(sys.modules[optim.__module__])


@pytest.mark.slow
def test_no_mutant_survives(optim, source, other, planted):
    before = len(planted)
    left = survivors(optim, source, other, planted.append)
    assert unexplained(left, EQUIVALENT.get(optim.__name__, {})) == []
    assert len(planted) >= before + 2


IDLE = """from chainrule.optim.engine import Optimizer

class SGD(Optimizer):
    def update(self, w, g, *, lr=1e-3):
        w.add_(g, alpha=3 * 0.0)
        w.sub_(g, alpha=lr)
"""


def test_a_fault_that_changes_nothing_is_reported():
    """Who tests the tester: three times nothing is nothing."""
    other = {"lr": 0.03}
    left = survivors(chainrule.optim.SGD, IDLE, other, lambda _: None)
    assert [str(mutant) for mutant in left] == [
        "SGD.update, line 5: statement dropped: w.add_(g, alpha=3 * 0.0)  ->  pass",
        (
            "SGD.update, line 5: method exchanged: "
            "w.add_(g, alpha=3 * 0.0)  ->  w.sub_(g, alpha=3 * 0.0)"
        ),
        "SGD.update, line 5: sign flipped: alpha=3 * 0.0  ->  alpha=-(3 * 0.0)",
        "SGD.update, line 5: constant nudged: 3  ->  4",
    ]


def test_a_formula_that_is_not_its_twin_is_not_tried(monkeypatch):
    monkeypatch.setattr(
        chainrule.scratch.optim, "sgd", lambda w, g, lr: w - 1.001 * lr * g
    )
    with pytest.raises(AssertionError):
        survivors(chainrule.optim.SGD, IDLE, {"lr": 0.03}, lambda _: None)
