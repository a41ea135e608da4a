import math

import pytest
import torch

from chainrule.training import clip_grad_norm_

UNIT = "optimizer-advice"


def gradients(dtype=torch.float64, scale=1.0):
    rng = torch.Generator().manual_seed(0)
    parameters = []
    for shape in ((3, 4), (5,), (), (2, 2)):
        w = torch.nn.Parameter(torch.zeros(shape, dtype=dtype))
        grad = scale * torch.randn(shape, generator=rng, dtype=torch.float64)
        w.grad = grad.to(dtype)
        parameters.append(w)
    parameters[3].grad = None
    return parameters


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32])
@pytest.mark.parametrize("longest", [1e-3, 0.5, 4.0, 1e3, math.inf])
def test_is_torch_s(agree, dtype, longest):
    ours, theirs = gradients(dtype), gradients(dtype)
    length = clip_grad_norm_(iter(ours), longest)
    oracle = torch.nn.utils.clip_grad_norm_(theirs, longest)
    agree(UNIT, length, oracle, 0, against="torch.nn.utils.clip_grad_norm_")
    for a, b in zip(ours[:3], theirs[:3], strict=True):
        agree(UNIT, a.grad, b.grad, 0, against="torch.nn.utils.clip_grad_norm_")
    assert ours[3].grad is None


def test_the_direction_stays_and_the_length_is_the_longest(agree):
    before, after = gradients(), gradients()
    length = clip_grad_norm_(after, 0.25)
    flat = [torch.cat([p.grad.flatten() for p in w[:3]]) for w in (before, after)]
    agree(UNIT, flat[1].norm(), 0.25, 1e-6, against="the length asked for")
    agree(UNIT, flat[1] / flat[1].norm(), flat[0] / length, 1e-13, against="direction")


def test_short_gradients_and_none():
    parameters = gradients(scale=1e-3)
    before = [p.grad.clone() for p in parameters[:3]]
    clip_grad_norm_(parameters, 1.0)
    assert all(torch.equal(p.grad, g) for p, g in zip(parameters, before, strict=False))
    assert clip_grad_norm_(parameters[3:], 1.0) == 0


@pytest.mark.parametrize("longest", [0, -1.0, math.nan])
def test_refuses_a_length_of_no_sense(longest):
    with pytest.raises(ValueError, match=f"max_norm must be positive, got {longest}"):
        clip_grad_norm_(gradients(), longest)
