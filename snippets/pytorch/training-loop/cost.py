# kind: exact
"""The benchmark's result: 784-256-10, fit beside the bare loop."""

# --8<-- [start:cost]
import json
from pathlib import Path

result = Path("bench/results/training.json").read_text("utf-8")
print("batch  fit               of the loop")
for row in json.loads(result)["loops"]:
    share = row["of the loop"]
    print(f"{row['batch']:5}  {row['fit']:16} {share:12.2f}")
# --8<-- [end:cost]
