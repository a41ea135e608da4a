import numpy as np
import pytest

from chainrule.scratch.optim.lr_scheduler import inverse_sqrt_lr


@pytest.mark.equation("eq:inverse-sqrt")
def test_is_what_the_page_prints(agree, equation):
    t = np.arange(200)
    symbols = {r"\eta": "lr", "t": "t"}
    printed = equation("eq:inverse-sqrt", r"\eta_t", symbols)
    oracle = printed(lr=0.3, t=t)
    ours = inverse_sqrt_lr(t, 0.3)
    agree("learning-rate-decay", ours, oracle, 1e-14, against="printed equation (26.4)")
