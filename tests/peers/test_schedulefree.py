"""schedulefree: without momentum its gradient points are those of SGD and Adam.

Training points are then not averaged: y = z. It wants a momentum over 0, so a tiny one.
"""

import pytest

from chainrule.optim import SGD, Adam

theirs = pytest.importorskip("schedulefree", reason="it is not installed")
TINY = 1e-13


def training(optimizer):
    optimizer.train()
    return optimizer


@pytest.mark.parametrize("foreach", [False, True])
def test_sgd(agree, walk, foreach):
    given = {"lr": 0.03, "momentum": TINY, "foreach": foreach}
    ours = walk(lambda w: SGD(w, lr=0.03))
    oracle = walk(lambda w: training(theirs.SGDScheduleFree(w, **given)))
    said = "schedulefree.SGDScheduleFree(momentum=1e-13)"
    agree("gradient-descent-multi", ours, oracle, 1e-11, against=said)


@pytest.mark.parametrize("foreach", [False, True])
def test_adam(agree, walk, foreach):
    given = {"lr": 0.03, "eps": 1e-3}
    ours = walk(lambda w: Adam(w, betas=(0.0, 0.95), **given))
    given |= {"betas": (TINY, 0.95), "foreach": foreach}
    oracle = walk(lambda w: training(theirs.AdamWScheduleFree(w, **given)))
    said = "schedulefree.AdamWScheduleFree(betas=(1e-13, …))"
    agree("adam", ours, oracle, 1e-11, against=said)
