"""A fault in a schedule does not go unseen: no mutant sets the same rates."""

import importlib
import inspect
import sys

import numpy as np
import pytest
import torch
from helpers.mutants import mutants, unexplained

STEPS, BETA2 = 31, 0.8
# For what a schedule asks; the k-th value of a list stands in the k-th course.
VALUES = {
    "T_0": 5,
    "T_max": 9,
    "T_mult": [1, 2],
    "anneal_strategy": ["cos", "linear"],
    "b": 3.0,
    "base_lr": 0.05,
    "d_model": 16,
    "eta_min": 0.01,
    "factor": 0.4,
    "final_div_factor": 50.0,
    "gamma": 0.8,
    "max_lr": 0.5,
    "min_lr": 0.02,
    "mode": ["triangular", "triangular2", "exp_range"],
    "patience": [2, 1],
    "step_size": 4,
    "step_size_down": [None, 7],
    "step_size_up": 4,
    "three_phase": [False, True, True],
    "threshold": [0.1, 0.3],
    "total_iters": 6,
    "total_steps": STEPS,
    "warmup_steps": 7,
}
VALUES_OF = {  # where names or values have to fit each other
    "OneCycleLR": {
        "total_steps": [STEPS, None, STEPS],
        "epochs": [None, STEPS, 5],
        "steps_per_epoch": [None, 1, 4],
    },
    "ReduceLROnPlateau": {
        "cooldown": [0, 3, 0],
        "eps": [1e-8, 0.008, 1e-8],
        "factor": [0.4, 0.9, 0.4],
        "mode": ["min", "max", "min"],
        "patience": [2, 0, 2],
        "threshold": [0.1, 0.05, 0.1],
        "threshold_mode": ["rel", "abs", "rel"],
    },
}
FALLING = [2 / (1 + t // 3) + 0.05 * (t % 2) for t in range(STEPS)]
RISING = [1.0, 1.0, 0.95, 0.5, *np.linspace(0.5, 2, STEPS - 4)]
LOSSES = [FALLING, RISING, [*[float("nan")] * 4, *RISING[4:]]]
OPTIMIZERS = [
    (torch.optim.SGD, {"momentum": 0.9}),
    (torch.optim.Adam, {"betas": (0.9, BETA2)}),
]
COURSES = [(k, *kind) for k in range(3) for kind in OPTIMIZERS]
# Not seen because they change nothing: class -> what is changed -> why.
EQUIVALENT = {
    "CosineAnnealingWarmRestarts": {
        "t %= length -> pass": "a short cut: the loop below comes to the same t",
    },
}


def package(name):
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None


SCHEDULES = [
    thing
    for thing in vars(package("chainrule.optim.lr_scheduler") or object).values()
    if isinstance(thing, type) and hasattr(thing, "get_lr")
]


def options(cls, k):
    """Arguments of the k-th course."""
    out = {}
    for name, argument in inspect.signature(cls).parameters.items():
        values = VALUES | VALUES_OF.get(cls.__name__, {})
        if name in values:
            value = values[name]
            out[name] = value[k % len(value)] if isinstance(value, list) else value
        elif argument.default is argument.empty and name != "optimizer":
            pytest.fail(f"{cls.__name__} asks for {name}: give VALUES one")
    return out


def rates(cls, k, kind, given):
    """(STEPS + 1, …): what stands in two groups after each step."""
    w = [torch.zeros(1, requires_grad=True) for _ in range(2)]
    groups = [{"params": w[:1], "lr": 0.1}, {"params": w[1:], "lr": 0.3}]
    if "betas" in given:
        groups[1]["betas"] = (0.7, 0.5)  # a schedule that asks, asks the first
    optimizer = kind(groups, **given)
    schedule = cls(optimizer, **options(cls, k))
    told = "metrics" in inspect.signature(schedule.step).parameters
    out = []
    for loss in [*LOSSES[k], None]:
        out.append(
            [
                (float(g["lr"]), g.get("momentum", 0.0), *g.get("betas", (0.0, 0.0)))
                for g in optimizer.param_groups
            ]
        )
        optimizer.step()
        if loss is not None:
            schedule.step(*[loss] * told)
    return np.array(out)


def seen(cls, course, theirs):
    """Largest difference, infinite for an error or a NaN."""
    try:
        gap = np.abs(rates(cls, *course) - theirs).max()
    except (ArithmeticError, AttributeError, LookupError, StopIteration):
        return np.inf
    except (TypeError, ValueError, RuntimeError):
        return np.inf
    return np.inf if np.isnan(gap) else gap


def known(cls):
    """Course -> rates of the schedule itself, where it takes the optimizer."""
    out = []
    for course in COURSES:
        try:
            out.append((course, rates(cls, *course)))
        except ValueError:  # it moves what this optimizer does not have
            continue
        except NotImplementedError:
            pytest.skip("a base without a formula")
    assert out
    return out


@pytest.mark.slow
@pytest.mark.parametrize("cls", SCHEDULES, ids=lambda cls: cls.__name__)
def test_no_mutant_survives(cls, planted):
    source, left = inspect.getsource(sys.modules[cls.__module__]), []
    courses = known(cls)
    before = len(planted)
    for mutant, other in mutants(source, cls.__name__):
        error = max(seen(other, *course) for course in courses)
        planted.append((mutant, error))
        if error < 1e-9:
            left.append(mutant)
    assert unexplained(left, EQUIVALENT.get(cls.__name__, {})) == []
    assert len(planted) >= before + 2


@pytest.mark.parametrize("cls", SCHEDULES, ids=lambda cls: cls.__name__)
def test_what_is_changed_is_the_numpy_twin(cls):
    twins = package("chainrule.scratch.optim.lr_scheduler")
    twin = getattr(twins, cls.__module__.rsplit(".", 1)[-1], None)
    names = inspect.signature(twin).parameters if twin else {}
    for course, found in known(cls) if twin else ():
        if course[0] == 2:
            continue  # losses that are no numbers
        given = {"t": np.arange(STEPS), "losses": LOSSES[course[0]], "lr": 0.1}
        given |= {"beta2": BETA2} | options(cls, course[0])
        if given.get("mode") == "max":
            continue  # the twins are told losses alone
        given = {name: x for name, x in given.items() if x is not None}
        if not all(n in given or a.default != a.empty for n, a in names.items()):
            continue
        theirs = twin(**{n: given[n] for n in names if n in given})
        ours = found[1:, 0, 0] if "losses" in names else found[:-1, 0, 0]
        assert np.abs(ours - theirs).max() < 1e-12
