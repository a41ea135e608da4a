# kind: exact
"""Ten validation losses, and when three degrees of patience end."""

# --8<-- [start:ten-losses]
from torch import nn

from chainrule.training import EarlyStopping

LOSSES = 0.90, 0.70, 0.60, 0.55, 0.57, 0.54, 0.56, 0.58, 0.55, 0.59

for patience in (1, 2, 3):
    stopping = EarlyStopping(nn.Linear(1, 1), patience=patience)
    for loss in LOSSES:
        if stopping.step(loss):
            break
    best = f"best {stopping.best_epoch} with {stopping.best_loss}"
    print(f"patience {patience}: stops after {stopping.epoch}, {best}")
# --8<-- [end:ten-losses]
