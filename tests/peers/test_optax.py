"""optax: where it agrees, and where it is known not to."""

import os

import numpy as np
import pytest
from helpers.courses import slope, start

from chainrule.optim import (
    LARS,
    SGD,
    Adagrad,
    Adam,
    AdamW,
    AMSGrad,
    AMSGradPaper,
    Lookahead,
    Momentum,
    NAdam,
    NAdamConstant,
    Nesterov,
    RAdam,
    RMSprop,
)

os.environ.setdefault("JAX_PLATFORMS", "cpu")
jax = pytest.importorskip("jax", reason="JAX is not installed")
optax = pytest.importorskip("optax", reason="optax is not installed")
jax.config.update("jax_enable_x64", True)
pytestmark = pytest.mark.slow

LR, MU, ALPHA = 0.03, 0.8, 0.7
OURS = {"lr": LR, "betas": (0.6, 0.95), "eps": 1e-3}
THEIRS = {"learning_rate": LR, "b1": 0.6, "b2": 0.95, "eps": 1e-3}


@pytest.fixture
def path(walk):
    """path(rule): all weights after each step under a rule of optax."""

    def go(rule, steps=20, lookahead=False):
        theta, out = [w.detach().numpy() for w in start(walk.keywords["shapes"])], []
        if lookahead:
            theta = optax.LookaheadParams(theta, theta)
        state = rule.init(theta)
        for _ in range(steps):
            at = theta.fast if lookahead else theta
            updates, state = rule.update(
                [slope(np.asarray(w)) for w in at], state, theta
            )
            theta = optax.apply_updates(theta, updates)
            at = theta.fast if lookahead else theta
            out.append(np.concatenate([np.ravel(w) for w in at]))
        return np.array(out)

    return go


def test_sgd(agree, walk, path):
    ours, oracle = walk(lambda w: SGD(w, lr=LR)), path(optax.sgd(LR))
    agree("gradient-descent-multi", ours, oracle, 1e-13, against="optax.sgd")


def test_momentum(agree, walk, path):
    """At a constant rate; optax.sgd, like torch's, keeps the rate out of the buffer."""
    ours = walk(lambda w: Momentum(w, lr=LR, momentum=MU))
    oracle = path(optax.sgd(LR, momentum=MU))
    agree("sgd-momentum", ours, oracle, 1e-12, against="optax.sgd(momentum=…)")


def test_nesterov(agree, walk, path):
    ours = walk(lambda w: Nesterov(w, lr=LR, momentum=MU))
    oracle = path(optax.sgd(LR, momentum=MU, nesterov=True))
    agree("nesterov-momentum", ours, oracle, 1e-12, against="optax.sgd(nesterov=True)")


def test_rmsprop(agree, walk, path, differ):
    """By default optax has ε inside the root."""
    ours = walk(lambda w: RMSprop(w, lr=LR, alpha=ALPHA, eps=1e-3))
    given = {"decay": ALPHA, "eps": 1e-3}
    oracle = path(optax.rmsprop(LR, **given, eps_in_sqrt=False))
    agree("rmsprop", ours, oracle, 1e-11, against="optax.rmsprop(eps_in_sqrt=False)")
    differ(ours, path(optax.rmsprop(LR, **given)), 0.0057)


def test_adam(agree, walk, path):
    ours, oracle = walk(lambda w: Adam(w, **OURS)), path(optax.adam(**THEIRS))
    agree("adam", ours, oracle, 1e-12, against="optax.adam")


def test_adamw(agree, walk, path):
    ours = walk(lambda w: AdamW(w, **OURS, weight_decay=0.2))
    oracle = path(optax.adamw(**THEIRS, weight_decay=0.2))
    agree("adamw", ours, oracle, 1e-12, against="optax.adamw")


def test_adagrad(agree, walk, path, differ):
    """optax has ε inside the root, and starts the sum at 0.1 unless told not to."""
    ours = walk(lambda w: Adagrad(w, lr=LR, eps=0))
    oracle = path(optax.adagrad(LR, initial_accumulator_value=0, eps=0))
    agree("adagrad", ours, oracle, 1e-12, against="optax.adagrad(eps=0)")
    ours = walk(lambda w: Adagrad(w, lr=LR, eps=0.1))
    theirs = path(optax.adagrad(LR, initial_accumulator_value=0, eps=0.1))
    differ(ours, theirs, 0.0051)
    ours = walk(lambda w: Adagrad(w, lr=LR, eps=1e-7))
    differ(ours, path(optax.adagrad(LR)), 0.0035)


def test_amsgrad_of_the_paper(agree, walk, path):
    ours = walk(lambda w: AMSGradPaper(w, **OURS))
    given = {"bias_correction_mu": False, "bias_correction_nu": False}
    oracle = path(optax.amsgrad(**THEIRS, **given))
    said = "optax.amsgrad(bias_correction_mu=False, bias_correction_nu=False)"
    agree("amsgrad", ours, oracle, 1e-12, against=said)


def test_amsgrad_has_its_maximum_elsewhere(walk, path, differ):
    """optax takes it over the corrected v̂, torch over v, corrected afterwards."""
    ours, theirs = walk(lambda w: AMSGrad(w, **OURS)), path(optax.amsgrad(**THEIRS))
    assert ours[0] == pytest.approx(theirs[0], rel=1e-13)
    differ(ours, theirs, 0.073)


def test_nadam_without_schedule(agree, walk, path):
    ours = walk(lambda w: NAdamConstant(w, **OURS))
    agree("nadam", ours, path(optax.nadam(**THEIRS)), 1e-11, against="optax.nadam")


def test_nadam_has_no_schedule(walk, path, differ):
    """torch and Keras move μ from β₁/2 towards β₁; optax keeps β₁."""
    ours = walk(lambda w: NAdam(w, **OURS))
    differ(ours, path(optax.nadam(**THEIRS)), 0.022)


def test_radam(agree, walk, path, differ):
    """optax adds ε to √v̂, torch to √v; with next to no ε they agree."""
    ours = walk(lambda w: RAdam(w, **{**OURS, "eps": 1e-14}))
    oracle = path(optax.radam(**{**THEIRS, "eps": 1e-14}))
    agree("radam", ours, oracle, 1e-11, against="optax.radam")
    ours, theirs = walk(lambda w: RAdam(w, **OURS)), path(optax.radam(**THEIRS))
    differ(ours, theirs, 3.0e-5)


def test_lookahead(agree, walk, path):
    ours = walk(lambda w: Lookahead(Adam(w, **OURS), k=3, alpha=0.4))
    rule = optax.lookahead(optax.adam(**THEIRS), 3, 0.4)
    oracle = path(rule, lookahead=True)
    agree("lookahead", ours, oracle, 1e-12, against="optax.lookahead(adam)")


def test_lars(agree, walk, path, differ):
    """Without decay; with it optax divides by |g + λ w|, the paper by |g| + λ |w|."""
    given = {"trust_coefficient": 0.3, "momentum": MU}
    ours = walk(lambda w: LARS(w, lr=LR, **given))
    oracle = path(optax.lars(LR, **given))
    agree("large-batch-methods", ours, oracle, 1e-12, against="optax.lars")
    ours = walk(lambda w: LARS(w, lr=LR, **given, weight_decay=0.5))
    differ(ours, path(optax.lars(LR, weight_decay=0.5, **given)), 0.13)
