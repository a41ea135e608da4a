# kind: exact
"""Solution: the curvature of one sample's loss, between 0 and 1/2."""

from chainrule.scratch.nn import softmax, softmax_jacobian

# --8<-- [start:solution]
import numpy as np

for z in ([0.0, 0.0], [0.0, 0.0, 0.0], [8.0, 8.0, 0.0], [8.0, 0.0, 0.0]):
    H = softmax_jacobian(softmax(z))
    print(z, np.linalg.eigvalsh(H).round(4) + 0.0)
# --8<-- [end:solution]
