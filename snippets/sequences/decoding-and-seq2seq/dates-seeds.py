# kind: exact
"""The record of bench/dates.py: exact match on held-out days, over seeds."""

# --8<-- [start:dates-seeds]
import json
from pathlib import Path

import numpy as np

from chainrule.text import NEW_NOTATIONS, NOTATIONS, split_days

days, test = split_days(2000, np.random.default_rng(0))
print(f"days {len(days) + len(test)}, held out {len(test)}")
text = Path("bench/results/dates.json").read_text("utf-8")
runs = json.loads(text)["runs"]
minutes = np.median([run["minutes"] for run in runs])
print(f"seeds {len(runs)}, parameters {runs[0]['parameters']}", end="")
print(f", minutes each {minutes:.1f}")
V, smoothing = runs[0]["vocabulary"], 0.1
t = np.full(V, smoothing / V)  # a smoothed target
t[0] += 1 - smoothing
floor, ends = -(t * np.log(t)).sum(), [run["loss"][-1] for run in runs]
print(f"floor of the loss: {floor:.3f}, reached: {max(ends):.3f}")
for search in ("greedy", "beam"):
    own = [np.mean([run[search][n] for n in NOTATIONS]) for run in runs]
    print(f"{search}: {np.mean(own):.4f} ({min(own):.4f} to {max(own):.4f})")
for name in NOTATIONS | NEW_NOTATIONS:
    own = [run["greedy"][name] for run in runs]
    new = "new: " if name in NEW_NOTATIONS else ""
    spread = f"{np.mean(own):.3f} ({min(own):.3f} to {max(own):.3f})"
    print(f"{new}{name}: {spread}")
# --8<-- [end:dates-seeds]
