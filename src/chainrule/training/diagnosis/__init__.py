"""What is wrong, before, after and instead of a long training.

>>> import torch
>>> model = torch.nn.Linear(2, 3)
>>> _ = torch.nn.init.zeros_(model.weight), torch.nn.init.zeros_(model.bias)
>>> x, t = torch.tensor([[0.0, 1], [1, 0], [1, 1]]), torch.tensor([0, 1, 2])
>>> loss = torch.nn.functional.cross_entropy
>>> found = check_initial_loss(model, loss, [(x, t)], classes=3)
>>> found.ok, round(found.loss, 4), round(found.expected, 4)
(True, 1.0986, 1.0986)
>>> def sgd(w):
...     return torch.optim.SGD(w, lr=1.0)
>>> overfit_small_batch(model, loss, sgd, (x, t), below=0.1, progress=False).ok
True
>>> diagnose(train=0.34, smaller=0.10, target=0.2).verdict
'optimization'
"""

from chainrule.training.diagnosis.check_initial_loss import (
    InitialLoss,
    check_initial_loss,
    expected_initial_loss,
)
from chainrule.training.diagnosis.diagnose import Diagnosis, diagnose
from chainrule.training.diagnosis.overfit_small_batch import (
    SmallBatch,
    overfit_small_batch,
)

__all__ = [
    "Diagnosis",
    "InitialLoss",
    "SmallBatch",
    "check_initial_loss",
    "diagnose",
    "expected_initial_loss",
    "overfit_small_batch",
]
