# kind: exact
"""The benchmark's result: medians of 31 rounds on one thread."""

# --8<-- [start:cost]
import json
from pathlib import Path

text = Path("bench/results/convolution.json").read_text("utf-8")
result = json.loads(text)
print("channels  picture  ours torch  loops")
for row in result["rows"]:
    n_in, n_out, side = row["sizes"]
    ms = f"{row['ms']['ours']:6.1f}{row['ms']['torch']:6.1f}"
    size = f"{side} x {side}"
    print(f"{n_in} to {n_out:2}   {size}{ms}{row['times loops']:7,.0f}")
for row in result["memory"]:
    shown = "{kernel} x {kernel}: columns {memory:4.1f} times the input"
    print(shown.format(**row))
# --8<-- [end:cost]
