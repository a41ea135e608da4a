# kind: exact
"""Rows of a Markdown table from the last run of bench/optimizers."""

# --8<-- [start:rows]
import json
from pathlib import Path

SHOWN = "ours", "limit", "x default", "x foreach", "x fused", "x kozistr"


def rows(result, setting="installed"):
    """One line for each set of tensors and optimizer, as installed."""
    for row in result["settings"][setting]:
        cells = [f"{row[name]:.2f}" if name in row else "–" for name in SHOWN]
        yield " | ".join([f"| `{row['optimizer']}`", row["set"], *cells]) + " |"


# --8<-- [end:rows]


result = json.loads(Path("bench/results/optimizers.json").read_text("utf-8"))
print(*rows(result), sep="\n")
machine = ", ".join(
    f"{key} {value}" for key, value in result["machine"].items()
)
print(f"| {machine} |" + " |" * (1 + len(SHOWN)))
