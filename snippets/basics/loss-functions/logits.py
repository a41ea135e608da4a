# kind: exact
"""Large logits: the formula as it stands, and the stable one."""

import numpy as np

from chainrule.scratch.nn import (
    cross_entropy_with_logits,
    cross_entropy_with_logits_gradient,
)

# --8<-- [start:logits]
for size in (1.0, 100.0, 1e4):
    z, true = size * np.array([2.0, 1.0, -1.0]), 1
    with np.errstate(all="ignore"):
        naive = -np.log(np.exp(z) / np.exp(z).sum())[true]
    loss = cross_entropy_with_logits(z, true)
    slope = cross_entropy_with_logits_gradient(z, true)
    print(
        f"{size:5.0f}  naive {naive:7.3f}  stable {loss:9.3f}", slope.round(3)
    )
# --8<-- [end:logits]
