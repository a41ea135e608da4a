# kind: exact
"""What another sample of the batch does to the first one."""

# --8<-- [start:coupled]
import numpy as np

from chainrule.scratch.nn import normalize

for last in (7.0, 15, 101):
    y, *_ = normalize(np.array([1, 3, 5, last]), axes=0, eps=0)
    print(f"{last:5.0f} in the batch: {y.round(2)}")
# --8<-- [end:coupled]
