# kind: exact
"""The benchmark's result: medians of 31 rounds on one thread."""

# --8<-- [start:cost]
import json
from pathlib import Path

result = Path("bench/results/transforms.json").read_text("utf-8")
print(f"{'ms':25}ours theirs ratio")
for row in json.loads(result)["rows"]:
    ours, theirs = row["ms"].values()
    print(f"{row['what']:24}{ours:5.2f}{theirs:7.2f}{row['ratio']:6.2f}")
# --8<-- [end:cost]
