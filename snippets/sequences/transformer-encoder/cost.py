# kind: exact
"""The benchmark's result: medians of 31 rounds on one thread."""

# --8<-- [start:cost]
import json
from pathlib import Path

result = Path("bench/results/transformer.json").read_text("utf-8")
print("ms   (N, T, d)       ours  torch  speed")
for row in json.loads(result)["rows"]:
    ours, theirs = row["ms"]["ours"], row["ms"]["torch"]
    shape = f"({', '.join(map(str, row['shape']))})"
    print(
        f"{row['norm']:5}{shape:14}{ours:6.1f}{theirs:7.1f}{row['speed']:7.2f}"
    )
# --8<-- [end:cost]
