# kind: exact
"""The benchmark's result: medians of 31 rounds on one thread."""

# --8<-- [start:cost]
import json
from pathlib import Path

result = Path("bench/results/normalization.json").read_text("utf-8")
print("milliseconds     ours  torch  of torch's speed")
for row in json.loads(result)["rows"]:
    ms = row["ms"]
    print(
        f"{row['what']:14} {ms['ours']:6.1f} {ms['torch']:6.1f}"
        f" {row['speed']:10.2f}"
    )
# --8<-- [end:cost]
