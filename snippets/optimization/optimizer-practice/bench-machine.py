"""On what the last run of bench/optimizers was measured."""

import json
from pathlib import Path

result = json.loads(Path("bench/results/optimizers.json").read_text("utf-8"))
print(*(f"{key} {value}" for key, value in result["machine"].items()), sep=", ")
