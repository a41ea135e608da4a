import numpy as np
import pytest

from chainrule.scratch.optim.lr_scheduler import inverse_time_lr


@pytest.mark.equation("eq:inverse-time")
def test_is_what_the_page_prints(agree, equation):
    t = np.arange(200)
    symbols = {"a": "a", "b": "b", "t": "t"}
    printed = equation("eq:inverse-time", r"\eta_t", symbols)
    oracle = printed(a=0.3 * 7, b=7, t=t)
    ours = inverse_time_lr(t, 0.3, b=7)
    agree("inverse-time-decay", ours, oracle, 1e-14, against="printed equation (26.6)")


def test_starts_at_lr_and_halves_after_b():
    assert inverse_time_lr(0, 0.3, 50) == pytest.approx(0.3)
    assert inverse_time_lr(50, 0.3, 50) == pytest.approx(0.15)
