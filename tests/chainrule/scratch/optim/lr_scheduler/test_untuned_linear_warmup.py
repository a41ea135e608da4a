import numpy as np
import pytest

from chainrule.scratch.optim.lr_scheduler import untuned_linear_warmup


@pytest.mark.equation("eq:untuned-warm-up")
def test_is_what_the_page_prints(agree, equation):
    t = np.arange(200)
    symbols = {r"\eta": "lr", r"\beta_2": "beta2", "t": "t"}
    printed = equation("eq:untuned-warm-up", r"\eta_t", symbols)
    oracle = printed(lr=0.3, beta2=0.98, t=t)
    ours = untuned_linear_warmup(t, 0.3, 0.98)
    agree("warm-up", ours, oracle, 1e-14, against="printed equation (26.11)")
