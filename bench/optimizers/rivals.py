"""Who races whom: each class of chainrule.optim beside the same formula elsewhere.

Not always to the last term (torch's momentum keeps η out of its buffer, AdaBound's ε
stands elsewhere), but always with the same buffers and as many operations.
"""

from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from importlib.util import find_spec

import torch

from chainrule import optim

LR = {"lr": 1e-4}
KOZISTR = "pytorch_optimizer"


def of_torch(name, fused=True, **options):
    """torch's class by its paths: as it chooses, bundled, in one kernel."""
    paths = {"default": {}, "foreach": {"foreach": True}, "fused": {"fused": True}}
    if not fused:
        del paths["fused"]
    return {path: ("torch.optim", name, options | paths[path]) for path in paths}


MOMENTUM = of_torch("SGD", momentum=0.9)
NESTEROV = of_torch("SGD", momentum=0.9, nesterov=True)
AMSGRAD = of_torch("Adam", amsgrad=True)
RADAM = of_torch("RAdam", fused=False) | {
    "kozistr": (KOZISTR, "RAdam", {"degenerated_to_sgd": True})
}
RIVALS = {
    "AMSBound": {
        "adabound": ("adabound", "AdaBound", {"amsbound": True}),
        "kozistr": (KOZISTR, "AdaBound", {"ams_bound": True}),
    },
    "AMSGrad": AMSGRAD,
    "AMSGradPaper": AMSGRAD,
    "AdaBound": {
        "adabound": ("adabound", "AdaBound", {}),
        "kozistr": (KOZISTR, "AdaBound", {}),
    },
    "Adagrad": of_torch("Adagrad"),
    "Adam": of_torch("Adam"),
    "AdamNoBiasCorrection": of_torch("Adam"),
    "AdamW": of_torch("AdamW"),
    "LARS": {"kozistr": (KOZISTR, "LARS", {"momentum": 0.9})},
    "Lookahead": {
        "kozistr": (KOZISTR, "Lookahead", {"inner": ("torch.optim", "Adam", LR)})
    },
    "Momentum": MOMENTUM,
    "NAdam": of_torch("NAdam", fused=False),
    "NAdamConstant": of_torch("NAdam", fused=False),
    "Nesterov": NESTEROV,
    "RAdam": RADAM,
    "RAdamPaper": RADAM,
    "RMSNormalizedSGD": of_torch("Adagrad"),
    "RMSprop": of_torch("RMSprop", fused=False),
    "RMSpropWarmStart": of_torch("RMSprop", fused=False),
    "SGD": of_torch("SGD"),
    "SGDW": {"kozistr": (KOZISTR, "SGDW", {"momentum": 0.9, "weight_decay": 0.01})},
    "SWATS": {"kozistr": (KOZISTR, "SWATS", {})},
    "TorchMomentum": MOMENTUM,
    "TorchNesterov": NESTEROV,
}


@dataclass
class Race:
    """One of our classes and those of its rivals that are installed."""

    name: str
    makers: dict = field(default_factory=dict)  # rival -> theta -> optimizer
    absent: list = field(default_factory=list)  # packages that are not installed
    kernel: bool = False  # whether torch has a fused kernel of this very formula
    buffers: int = 0


def races(only=()):
    """For each class that chainrule.optim exports, or only for these."""
    for name, cls in vars(optim).items():
        if not (isinstance(cls, type) and issubclass(cls, torch.optim.Optimizer)):
            continue
        if only and name not in only:
            continue
        race = Race(name, {"ours": ours(cls)})
        race.kernel = getattr(cls, "kernel", None) is not None
        race.buffers = len(getattr(cls, "buffers", ("m", "v")))  # Adam within another
        for rival, (package, theirs, options) in RIVALS.get(name, {}).items():
            if find_spec(package) is None:
                race.absent.append(package)
            else:
                race.makers[rival] = maker(package, theirs, options)
        yield race


def ours(cls):
    if hasattr(cls, "update"):
        return partial(cls, **LR)
    return lambda theta: cls(optim.Adam(theta, **LR))


def maker(package, name, options):
    options = dict(options)
    inner = options.pop("inner", None)
    cls = getattr(import_module(package), name)
    if inner:
        return lambda theta: cls(maker(*inner)(theta), **options)
    return partial(cls, **LR | options)
