import numpy as np
import torch
from helpers.courses import against_torch, keeps_float32

from chainrule.scratch.optim import rms_normalized_sgd


def test_one_step_by_hand(agree):
    """s = 20 + 16 = 36, σ = √(36 / 4) = 3, and with eps 4."""
    ours = rms_normalized_sgd(np.array(1.0), 4.0, 20.0, 4, lr=1.0, eps=1.0)
    agree("root-mean-square-scaling", ours, [0.0, 36.0], 0.0, against="by hand")


def test_is_torchs_adagrad_at_the_rate_times_root_t(agree):
    """η g / √(s/t) = η √t g / √s: torch, with another rate at each step."""

    def theirs(params):
        optimizer = torch.optim.Adagrad(params, eps=0)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda k: (k + 1) ** 0.5
        )
        optimizer.register_step_post_hook(lambda *_: schedule.step())
        return optimizer

    ours, oracle = against_torch(
        lambda w, g, s, t: rms_normalized_sgd(w, g, s, t, eps=1e-300),
        1,
        theirs,
        clock=True,
    )
    finite = np.isfinite(oracle).all(axis=0)  # torch's 0/0 where g is 0 at first
    assert finite.sum() > 6
    unit = "root-mean-square-scaling"
    against = "torch.optim.Adagrad"
    agree(unit, ours[:, finite], oracle[:, finite], 1e-12, against=against)


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(rms_normalized_sgd, 3, 2)
