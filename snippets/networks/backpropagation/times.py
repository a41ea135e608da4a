# kind: exact
"""The benchmark's result: medians of 201 rounds, one thread of a processor."""

# --8<-- [start:times]
import json
from pathlib import Path

file = Path("bench/results/networks.json")
result = json.loads(file.read_text("utf-8"))
print(f"batch: {result['batch']}, chain: {result['chain']} nodes")
print("                               us  of PyTorch")
for part, unit in (("steps", "a step"), ("nodes", "a node")):
    for row in result[part]:
        name = f"{unit}, {row['what']}:"
        print(f"{name:25}{row['us']:8.1f}{row['of PyTorch']:12.2f}")
# --8<-- [end:times]
