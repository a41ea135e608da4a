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
for losses in stages:
    found = diagnose(**losses, target=0.2)
    shown = " ".join(f"{name}={loss}" for name, loss in losses.items())
    print(f"{shown:<34} {found.verdict}")
# --8<-- [end:cases]
