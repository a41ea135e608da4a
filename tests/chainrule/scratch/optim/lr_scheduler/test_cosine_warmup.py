import numpy as np
import pytest

from chainrule.scratch.optim.lr_scheduler import cosine_warmup


@pytest.mark.equation("eq:cosine-warm-up", by="its values by hand")
def test_by_hand(agree):
    agree(
        "warm-up",
        cosine_warmup(np.array([0, 1, 2, 3, 4, 5, 9]), 8.0, 6),
        [4 - 12**0.5, 2, 4, 6, 4 + 12**0.5, 8, 8],
        1e-14,
        against="by hand",
    )
