import numpy as np
import pytest

from chainrule.scratch.optim.lr_scheduler import exponential_lr


@pytest.mark.equation("eq:exponential-decay")
def test_is_what_the_page_prints(agree, equation):
    t = np.arange(200)
    symbols = {r"\eta": "lr", r"\gamma": "gamma", "t": "t"}
    printed = equation("eq:exponential-decay", r"\eta_t", symbols)
    oracle = printed(lr=0.3, gamma=0.97, t=t)
    ours = exponential_lr(t, 0.3, 0.97)
    agree("learning-rate-decay", ours, oracle, 1e-14, against="printed equation (26.3)")
