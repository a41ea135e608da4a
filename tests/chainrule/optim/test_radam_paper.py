import numpy as np
import pytest
import torch

from chainrule.optim import RAdamPaper


def test_is_torch_but_for_one_step(agree):
    """ρ is 3.99, 4.99 and 5.98 at t = 4, 5, 6: torch rectifies from 6 on, we from 5."""
    gradients = np.random.default_rng(0).normal(size=30)
    steps = []
    for optimizer_class in (RAdamPaper, torch.optim.RAdam):
        w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
        optimizer, path = optimizer_class([w], lr=0.01), [0.0]
        for g in gradients:
            w.grad = torch.full_like(w, g)
            optimizer.step()
            path.append(w.item())
        steps.append(np.diff(path))
    ours, theirs = steps
    others = np.arange(30) != 4
    agree("radam", ours[others], theirs[others], 1e-15, against="torch.optim.RAdam")
    rho_inf, t = 1999, 5
    rho = rho_inf - 2 * t * 0.999**t / (1 - 0.999**t)
    assert 4 < rho < 5
    r = (rho - 4) * (rho - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho)
    ages = np.arange(4, -1, -1)
    v = 0.001 * np.sum(0.999**ages * gradients[:5] ** 2)
    rate = (r * (1 - 0.999**t)) ** 0.5 / (v**0.5 + 1e-8)
    agree("radam", ours[4], theirs[4] * rate, 1e-11, against="Algorithm 2, rectified")


@pytest.mark.parametrize(("steps", "rectified"), [(4, False), (5, True)])
def test_first_steps_are_momentum_alone(steps, rectified):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = RAdamPaper([w], lr=1.0)
    for _ in range(steps):
        w.grad = torch.full_like(w, 100.0)
        before = w.item()
        optimizer.step()
    assert (before - w.item() == pytest.approx(100.0)) is not rectified
