# kind: exact
"""The benchmark's result: medians on one thread, and what is kept."""

# --8<-- [start:cost]
import json
from pathlib import Path

result = Path("bench/results/attention.json").read_text("utf-8")
print("   T   ms: ours  torch  formula  causal  mask   kept, MB: ours  formula")
for row in json.loads(result)["rows"]:
    ms, kept = row["ms"], row["kept"]
    print(f"{row['length']:4}{ms['ours']:11.1f}{ms['torch']:7.1f}", end="")
    print(
        f"{ms['formula']:9.1f}{ms['is_causal']:8.1f}{ms['mask']:6.1f}", end=""
    )
    print(f"{kept['ours'] / 1e6:17.1f}{kept['formula'] / 1e6:9.1f}")
# --8<-- [end:cost]
