import numpy as np
import pytest

from chainrule.scratch.models import ReLUSum
from chainrule.scratch.nn import relu


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_a_unit_that_is_off_everywhere_is_dead():
    """Its gradient is 0, so that no step can wake it."""
    X, t = np.linspace(0, 1, 10)[:, None], np.ones(10)
    model = ReLUSum(units=1, steps=5, seed=0)
    start = ReLUSum(units=1, steps=0, seed=0).fit(X, t)
    shift = start.b_[0] + max(0, start.W_[0, 0])  # the highest input of the unit
    away = X - (abs(shift) + 1) / start.W_[0, 0]  # pushed below 0
    fit = model.fit(away, t)
    assert (relu(away @ fit.W_.T + fit.b_) == 0).all()
    assert fit.W_[0, 0] == start.W_[0, 0]
