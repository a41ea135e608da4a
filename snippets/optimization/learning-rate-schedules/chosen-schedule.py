# kind: figure
"""One schedule over 200 updates, which a reader may choose."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim.lr_scheduler import (
    cosine_annealing_lr,
    cosine_annealing_warm_restarts,
    cyclic_lr,
    exponential_lr,
    inverse_sqrt_lr,
    inverse_time_lr,
    linear_warmup,
    noam_lr,
    one_cycle_lr,
    step_lr,
)

EXPLORER = "schedule"
STEPS, RATE, STEP = 200, 0.1, 60
TEXT = {
    "zh": {"t": "步数 $t$", "rate": "学习率 $\\eta_t$", "mean": "平均值"},
    "en": {"t": "step $t$", "rate": "rate $\\eta_t$", "mean": "mean"},
}


def warmup_cosine(t, lr, total_iters):
    """Linear warm-up, then half a cosine that ends with the last update."""
    rest = STEPS - total_iters
    falling = cosine_annealing_lr(t - total_iters, lr, rest)
    return np.where(t < total_iters, linear_warmup(t, lr, total_iters), falling)


def one_cycle(t, lr, pct_start, lines):
    """torch's two cosines, or the three lines of the paper."""
    shape = {"anneal_strategy": "linear", "three_phase": True} if lines else {}
    return one_cycle_lr(t, lr, STEPS, pct_start, **shape)


def cyclic(t, lr, step_size_up, gamma):
    return cyclic_lr(
        t, lr / 10, lr, step_size_up, mode="exp_range", gamma=gamma
    )


SCHEDULES = {
    "warmup": (warmup_cosine, {"total_iters": 20}),
    "cosine": (cosine_annealing_lr, {"T_max": STEPS, "eta_min": 0.0}),
    "restarts": (cosine_annealing_warm_restarts, {"T_0": 25, "T_mult": 2}),
    "onecycle": (one_cycle, {"pct_start": 0.3, "lines": 0}),
    "cyclic": (cyclic, {"step_size_up": 25, "gamma": 1.0}),
    "step": (step_lr, {"step_size": 60, "gamma": 0.1}),
    "exponential": (exponential_lr, {"gamma": 0.98}),
    "inversetime": (inverse_time_lr, {"b": 40}),
    "inversesqrt": (inverse_sqrt_lr, {}),
    "noam": (noam_lr, {"d_model": 512, "warmup_steps": 40}),
}
CHOICES = {
    "lr": [float(f"{m}e{e}") for e in range(-4, 1) for m in (1, 2, 3, 5)],
    "gamma": [0.1, 0.2, 0.5, 0.7, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 1.0],
    "eta_min": [0.0, 0.0001, 0.001, 0.01, 0.02, 0.05],
    "total_iters": [1, 5, 10, 20, 40, 60, 80, 100, 150],
    "T_max": [20, 50, 100, 150, 200],
    "T_0": [10, 20, 25, 40, 50, 100, 200],
    "T_mult": [1, 2, 3],
    "pct_start": [0.1, 0.2, 0.25, 0.3, 0.4, 0.45],
    "lines": [0, 1],
    "step_size_up": [5, 10, 25, 50, 100],
    "step_size": [10, 20, 40, 60, 100, 150],
    "b": [1, 5, 10, 20, 40, 100, 200],
    "d_model": [64, 128, 256, 512, 768, 1024, 4096],
    "warmup_steps": [1, 10, 20, 40, 80, 120, 200],
}


def rates(name, lr=RATE, **chosen):
    """The rate of each update, (STEPS,)."""
    function, given = SCHEDULES[name]
    return function(np.arange(STEPS), lr, **(given | chosen))


def explore():
    return {
        "steps": STEPS,
        "rate": RATE,
        "step": STEP,
        "schedules": {name: given for name, (_, given) in SCHEDULES.items()},
        "choices": CHOICES,
    }


def draw(lang):
    text, found = TEXT[lang], rates("warmup")
    fig, ax = plt.subplots()
    ax.plot(found)
    mean = f"{text['mean']} {found.mean():.4f}"
    ax.axhline(found.mean(), color="C1", ls="--", lw=1.2, label=mean)
    label = f"$\\eta_{{{STEP}}} = {found[STEP]:.4f}$"
    ax.plot(STEP, found[STEP], "o", ms=8, color="C0", label=label)
    ax.set(
        xlabel=text["t"], ylabel=text["rate"], xlim=(0, STEPS), ylim=(0, 0.105)
    )
    ax.legend()
    return fig
