# kind: exact
"""The benchmark's result: medians of 31 rounds on one thread."""

# --8<-- [start:cost]
import json
from pathlib import Path

text = Path("bench/results/convolution.json").read_text("utf-8")
result = json.loads(text)
print("3 x 3, both ways, ms        ours torch  forward: loops / ours")
for row in result["rows"]:
    ms, faster = row["ms"], row["times loops"]
    print(f"{row['what']:26}{ms['ours']:6.1f}{ms['torch']:6.1f}{faster:12,.0f}")
for row in result["memory"]:
    shown = "{kernel} x {kernel}: columns {memory:4.1f} times the input"
    print(shown.format(**row))
# --8<-- [end:cost]
