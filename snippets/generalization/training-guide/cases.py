# kind: exact
"""The guide asked about four stages of a project."""

# --8<-- [start:cases]
from chainrule.training import diagnose

stages = (
    {"train": 0.9},
    {"train": 0.9, "smaller": 1.2},
    {"train": 0.9, "smaller": 0.3},
    {"train": 0.1},
    {"train": 0.1, "valid": 0.8},
    {"train": 0.1, "valid": 0.15, "test": 0.7},
    {"train": 0.1, "valid": 0.15, "test": 0.18},
)
print("train  smaller  valid  test")
for losses in stages:
    verdict = diagnose(**losses, target=0.2).verdict
    columns = ("train", 5), ("smaller", 9), ("valid", 7), ("test", 6)
    row = "".join(f"{losses.get(name, '-'):>{n}}" for name, n in columns)
    print(row, "", verdict)
# --8<-- [end:cases]
