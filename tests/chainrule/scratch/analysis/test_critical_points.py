"""Twin and torch answer alike; the tests of chainrule.analysis ask both."""

import numpy as np
import pytest
import torch

from chainrule import analysis
from chainrule.scratch import analysis as twin


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("seed", range(10))
def test_both_say_the_same(agree, dtype, seed):
    rng = np.random.default_rng(seed)
    A = rng.normal(size=(5, 5)).astype(dtype)
    H = (A + A.T) / 2 - (seed - 5) * np.eye(5, dtype=dtype)
    theirs = torch.tensor(H)
    kind = twin.classify_critical_point(H)
    assert kind == analysis.classify_critical_point(theirs)
    assert twin.inertia(H) == analysis.inertia(theirs)
    ours, oracle = twin.minimum_ratio(H), analysis.minimum_ratio(theirs)
    against = "chainrule.analysis.minimum_ratio"
    agree("minimum-ratio", ours, oracle, 0, against=against)
    if kind in ("saddle", "maximum"):
        value, u = twin.escape_direction(H)
        other, v = analysis.escape_direction(theirs)
        tol = 2e-5 if dtype == np.float32 else 1e-12
        against = "chainrule.analysis.escape_direction"
        agree("saddle-escape-direction", u, v, tol, against=against)
        agree("saddle-escape-direction", value, other, tol, against=against)
        assert u.dtype == dtype
