# kind: exact
"""The benchmark's result: 200 samples of 512 numbers, medians of 101 rounds."""

# --8<-- [start:cost]
import json
from pathlib import Path

result = Path("bench/results/activations.json").read_text("utf-8")
print("                ns  of the layer")
for row in json.loads(result)["rows"]:
    name, share = f"{row['what']}:", row["of the layer"]
    print(f"{name:13}{row['ns']:5.1f} {share:13.2f}")
# --8<-- [end:cost]
