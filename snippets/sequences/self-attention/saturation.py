# kind: study
"""What the size of queries and keys does to the softmax, without and with √d.

Prints CSV: the size d; for one query and 16 keys of normal numbers the
variance of the scores, and, without the root and with it, the mean of the
largest weight and of the largest derivative of a weight by a score.
"""

# --8<-- [start:study]
import numpy as np

from chainrule.scratch.nn import softmax, softmax_jacobian

DRAWS, KEYS = 2000, 16
rng = np.random.default_rng(0)

print("d,variance,weight,slope,weight_root,slope_root")
for d in (1, 4, 16, 64, 256):
    q, k = rng.normal(size=(DRAWS, d)), rng.normal(size=(DRAWS, KEYS, d))
    scores = np.einsum("nd,nkd->nk", q, k)  # (37.2)
    shown = [scores.var()]
    for scale in (1, d**-0.5):
        weights = softmax(scale * scores)
        slopes = np.abs(softmax_jacobian(weights)).max(axis=(1, 2))
        shown += [weights.max(axis=1).mean(), np.median(slopes)]
    print(d, *(f"{value:.3g}" for value in shown), sep=",")
# --8<-- [end:study]
