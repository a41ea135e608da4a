# kind: exact
"""The benchmark's result: 60,000 samples, 784-256-10, medians of 25 rounds."""

# --8<-- [start:times]
import json
from pathlib import Path

result = Path("bench/results/batch_size.json").read_text("utf-8")
print("batch       update ms  x B = 1  epoch s")
for row in json.loads(result)["devices"]["cpu"]:
    update, times = 1000 * row["update"], row["x 1"]
    name, epoch = f"B = {row['batch']}:", row["epoch"]
    print(f"{name:10} {update:10.2f} {times:8.1f} {epoch:8.2f}")
# --8<-- [end:times]
