import numpy as np
import pytest

from chainrule.scratch.optim.lr_scheduler import linear_warmup


@pytest.mark.equation("eq:linear-warm-up")
def test_is_what_the_page_prints(agree, equation):
    t = np.arange(200)
    symbols = {r"\eta": "lr", "T_w": "length", "t": "t"}
    printed = equation("eq:linear-warm-up", r"\eta_t", symbols)
    oracle = printed(lr=0.3, length=70, t=t)
    ours = linear_warmup(t, 0.3, 70)
    agree("warm-up", ours, oracle, 1e-14, against="printed equation (26.10)")
