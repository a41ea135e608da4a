# kind: exact
"""The benchmark's result: medians of 31 rounds on one thread."""

# --8<-- [start:cost]
import json
from pathlib import Path

result = Path("bench/results/normalization.json").read_text("utf-8")
print("ms              ours  torch  speed  by the formula")
for row in json.loads(result)["rows"]:
    ms = row["ms"]
    line = f"{row['what']:14}{ms['ours']:6.1f}{ms['torch']:7.1f}"
    formula = ms["torch"] / ms.get("formula", ms["ours"])
    print(f"{line}{row['speed']:7.2f}{formula:16.2f}")
# --8<-- [end:cost]
