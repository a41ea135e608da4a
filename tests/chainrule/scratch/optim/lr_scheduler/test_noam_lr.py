import numpy as np
import pytest

from chainrule.scratch.optim.lr_scheduler import noam_lr


@pytest.mark.equation("eq:noam")
def test_is_what_the_page_prints(agree, equation):
    t = np.arange(200)
    symbols = {"T_w": "length", "d": "d", "t": "t"}
    printed = equation("eq:noam", r"\eta_t", symbols)
    oracle = printed(length=70, d=48, t=t)
    ours = noam_lr(t, 1.0, 48, 70)
    agree("warm-up-in-papers", ours, oracle, 1e-14, against="printed equation (26.13)")


def test_first_and_highest_rate_of_the_paper():
    assert noam_lr(3999, 1.0, 512) == pytest.approx((512 * 4000) ** -0.5)
    assert noam_lr(0, 1.0, 512) == pytest.approx(512**-0.5 * 4000**-1.5)
    assert noam_lr(4 * 4000 - 1, 1.0, 512) == pytest.approx(noam_lr(3999, 1.0, 512) / 2)
