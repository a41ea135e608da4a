"""pytorch-optimizer (kozistr): where it agrees, and where it is known not to.

Its sgd, adam, adamw, rmsprop and nadam are torch's own: no witnesses of their own.
"""

import numpy as np
import pytest
import torch
from helpers.courses import follow

from chainrule.optim import (
    LARS,
    SGDW,
    SWATS,
    AdaBound,
    AMSBound,
    Lookahead,
    RAdam,
    RAdamPaper,
)

theirs = pytest.importorskip("pytorch_optimizer", reason="it is not installed")

OURS = {"lr": 0.03, "betas": (0.6, 0.95), "eps": 1e-3}
NO_EPS = {**OURS, "eps": 1e-14}
BOUND = {"final_lr": 0.05, "gamma": 0.3}


@pytest.mark.parametrize("name", ["sgd", "adam", "adamw", "rmsprop", "nadam"])
def test_some_are_torchs_own(name):
    assert theirs.load_optimizer(name).__module__ == f"torch.optim.{name}"


def test_radam(agree, walk):
    ours = walk(lambda w: RAdam(w, **OURS))
    oracle = walk(lambda w: theirs.RAdam(w, **OURS, degenerated_to_sgd=True))
    said = "pytorch_optimizer.RAdam(degenerated_to_sgd=True)"
    agree("radam", ours, oracle, 1e-12, against=said)


def test_radam_of_the_paper(agree, walk):
    given = {"degenerated_to_sgd": True, "n_sma_threshold": 4}
    ours = walk(lambda w: RAdamPaper(w, **OURS))
    oracle = walk(lambda w: theirs.RAdam(w, **OURS, **given))
    said = "pytorch_optimizer.RAdam(degenerated_to_sgd=True, n_sma_threshold=4)"
    agree("radam", ours, oracle, 1e-12, against=said)


def test_radam_skips_its_first_steps():
    """By default: the first five under torch's betas, where the paper takes m̂."""
    path = follow(lambda w: theirs.RAdam(w, lr=0.1), [1.0] * 6)
    assert (path != 0).tolist() == [False] * 5 + [True]
    path = follow(lambda w: torch.optim.RAdam(w, lr=0.1), [1.0] * 5)
    assert path == pytest.approx([-0.1, -0.2, -0.3, -0.4, -0.5])


def test_adabound(agree, walk, differ):
    """ε is added to √v, as in the authors' package; ours adds it to √v̂."""
    ours = walk(lambda w: AdaBound(w, **NO_EPS, **BOUND))
    oracle = walk(lambda w: theirs.AdaBound(w, **NO_EPS, **BOUND))
    agree("adabound", ours, oracle, 1e-12, against="pytorch_optimizer.AdaBound")
    ours = walk(lambda w: AdaBound(w, **OURS, **BOUND))
    differ(ours, walk(lambda w: theirs.AdaBound(w, **OURS, **BOUND)), 2.0e-4)


def test_amsbound(agree, walk):
    ours = walk(lambda w: AMSBound(w, **NO_EPS, **BOUND))
    oracle = walk(lambda w: theirs.AdaBound(w, **NO_EPS, **BOUND, ams_bound=True))
    said = "pytorch_optimizer.AdaBound(ams_bound=True)"
    agree("adabound", ours, oracle, 1e-12, against=said)


def test_sgdw(agree, walk):
    """At a constant rate: its buffer, like torch's, is without η."""
    given = {"lr": 0.03, "momentum": 0.8, "weight_decay": 0.2}
    ours = walk(lambda w: SGDW(w, **given))
    oracle = walk(lambda w: theirs.SGDW(w, **given))
    agree("adamw", ours, oracle, 1e-12, against="pytorch_optimizer.SGDW")


def test_lookahead(agree, walk):
    given = {"k": 3, "alpha": 0.4}
    ours = walk(lambda w: Lookahead(torch.optim.Adam(w, **OURS), **given))
    oracle = walk(lambda w: theirs.Lookahead(torch.optim.Adam(w, **OURS), **given))
    agree("lookahead", ours, oracle, 1e-12, against="pytorch_optimizer.Lookahead")


def test_lars(agree, walk, differ):
    """It leaves vectors unscaled: they are SGD with momentum and no decay."""
    given = {"lr": 0.03, "momentum": 0.8, "trust_coefficient": 0.3}
    given["weight_decay"] = 0.2
    ours = walk(lambda w: LARS(w, **given))
    oracle = walk(lambda w: theirs.LARS(w, **given))
    vector = np.arange(6, 11)  # of the three weights the second
    matrices = np.delete(ours, vector, 1), np.delete(oracle, vector, 1)
    said = "pytorch_optimizer.LARS"
    agree("large-batch-methods", *matrices, 1e-12, against=said)
    plain = {"lr": 0.03, "momentum": 0.8}
    plainly = walk(lambda w: torch.optim.SGD(w, **plain))
    assert oracle[:, vector] == pytest.approx(plainly[:, vector], rel=1e-12)
    differ(ours[:, vector], oracle[:, vector], 0.49)


def test_swats(agree, walk):
    """Before the switch, and through it where there is one weight only."""
    ours = walk(lambda w: SWATS(w, **NO_EPS))
    oracle = walk(lambda w: theirs.SWATS(w, **NO_EPS))
    agree("swats", ours, oracle, 1e-12, against="pytorch_optimizer.SWATS")
    given = {"lr": 0.1, "betas": (0.9, 0.95), "eps": 1e-12}
    ours = follow(lambda w: SWATS(w, **given), [1.0] * 8)
    oracle = follow(lambda w: theirs.SWATS(w, **given), [1.0] * 8)
    agree("swats", ours, oracle, 1e-11, against="pytorch_optimizer.SWATS")
    assert oracle[:3] == pytest.approx([-0.1, -0.2, -0.21])  # it switches at once


def test_swats_has_nesterov_steps_ten_times_too_long():
    """1.0, 1.9, 2.71 where (1 - β₁)(β₁ b + g) is 0.19, 0.27, 0.34."""

    def after_the_switch(w, nesterov):
        optimizer = theirs.SWATS(w, lr=1.0, nesterov=nesterov)
        optimizer.param_groups[0]["phase"] = "sgd"
        return optimizer

    def steps(nesterov):
        path = follow(lambda w: after_the_switch(w, nesterov), [1.0] * 3)
        return -np.diff(path, prepend=0)

    assert steps(nesterov=False) == pytest.approx([0.1, 0.19, 0.271])
    assert steps(nesterov=True) == pytest.approx([1.0, 1.9, 2.71])


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("LARS", {}),
        ("SWATS", {"weight_decay": 0.1}),
        ("AdaBound", {"weight_decay": 0.1, "weight_decouple": False}),
        ("RAdam", {"maximize": True}),
    ],
)
def test_it_writes_into_the_gradients(name, options):
    w = torch.ones(2, 2, requires_grad=True)
    w.grad = torch.ones(2, 2)
    getattr(theirs, name)([w], **options).step()
    assert not torch.equal(w.grad, torch.ones(2, 2))


@pytest.mark.parametrize("name", ["RAdam", "AdaBound", "SWATS"])
def test_a_late_weight_gets_the_clock_of_its_group(name):
    """So its bias correction is that of a later step than its first."""
    early, late = (torch.zeros(1, requires_grad=True) for _ in range(2))
    optimizer = getattr(theirs, name)([early, late], lr=0.1, betas=(0.9, 0.9))
    for _ in range(9):
        early.grad = torch.ones(1)
        optimizer.step()
    late.grad = torch.ones(1)
    optimizer.step()
    assert optimizer.param_groups[0]["step"] == 10
    assert "step" not in optimizer.state[late]
