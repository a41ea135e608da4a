"""The training loop and what surrounds it.

>>> import torch
>>> model = torch.nn.Linear(1, 1)
>>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
>>> x = torch.linspace(-1, 1, 9)[:, None]
>>> def loss_of(x):
...     return (model(x) - x.exp()).square().mean()
>>> found = lr_range_test(model, optimizer, loss_of, [x], end=100.0)
>>> found.diverged, found.suggestion < 1, optimizer.param_groups[0]["lr"]
(True, True, 0.1)
>>> loss, pairs = torch.nn.functional.mse_loss, [(x, 2 * x + 1)]
>>> run = fit(model, loss, optimizer, pairs, epochs=200, progress=False)
>>> [round(w.item(), 3) for w in model.parameters()], run.epoch
([2.0, 1.0], 200)
"""

from chainrule.training.checkpoint import load, save
from chainrule.training.clip_grad_norm import clip_grad_norm_
from chainrule.training.curves import ema, moving_average
from chainrule.training.device import device_of, get_device, move
from chainrule.training.diagnosis import (
    Diagnosis,
    InitialLoss,
    SmallBatch,
    check_initial_loss,
    diagnose,
    expected_initial_loss,
    overfit_small_batch,
)
from chainrule.training.early_stopping import EarlyStopping
from chainrule.training.evaluate import evaluate, evaluating
from chainrule.training.find_lr import FoundRate, find_lr
from chainrule.training.fit import fit
from chainrule.training.lr_range_test import RangeTest, lr_range_test
from chainrule.training.predict import predict
from chainrule.training.replacing import replacing
from chainrule.training.run import Run
from chainrule.training.save_predictions import save_predictions
from chainrule.training.search import (
    Choice,
    LogUniform,
    Search,
    Trial,
    Uniform,
    grid_search,
    random_search,
    rungs,
    successive_halving,
)
from chainrule.training.selection import (
    CrossValidation,
    GroupKFold,
    KFold,
    StratifiedKFold,
    cross_validate,
)
from chainrule.training.train_one_epoch import train_one_epoch

__all__ = [
    "Choice",
    "CrossValidation",
    "Diagnosis",
    "EarlyStopping",
    "FoundRate",
    "GroupKFold",
    "InitialLoss",
    "KFold",
    "LogUniform",
    "RangeTest",
    "Run",
    "Search",
    "SmallBatch",
    "StratifiedKFold",
    "Trial",
    "Uniform",
    "check_initial_loss",
    "clip_grad_norm_",
    "cross_validate",
    "device_of",
    "diagnose",
    "ema",
    "evaluate",
    "evaluating",
    "expected_initial_loss",
    "find_lr",
    "fit",
    "get_device",
    "grid_search",
    "load",
    "lr_range_test",
    "move",
    "moving_average",
    "overfit_small_batch",
    "predict",
    "random_search",
    "replacing",
    "rungs",
    "save",
    "save_predictions",
    "successive_halving",
    "train_one_epoch",
]
