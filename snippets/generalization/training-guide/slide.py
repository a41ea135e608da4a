# kind: exact
"""The lecture's losses of one to five layers, read by the guide."""

# --8<-- [start:slide]
from itertools import pairwise

from chainrule.training import diagnose

quoted = [0.28, 0.18, 0.14, 0.10, 0.34]  # Lee (2021), training years
for layers, (before, now) in enumerate(pairwise(quoted), 2):
    verdict = diagnose(now, smaller=before, target=0.05).verdict
    print(f"{layers} layers: {now:.2f}, {verdict}")
# --8<-- [end:slide]
