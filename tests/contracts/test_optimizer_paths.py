"""Whichever way the engine takes, the result is the same."""

import pytest
import torch
from helpers import courses

from chainrule.optim.engine import guard, slices

FORMULA = {"fused": False, "foreach": False}


@pytest.mark.parametrize("maximize", [False, True])
def test_all_paths_agree(optim, other, path, maximize):
    options = {**other, "maximize": True} if maximize else {}
    formula = optim(courses.start(), **options, **FORMULA)
    optimizer = optim(courses.start(), **options, **path)
    courses.same(courses.go(optimizer, 10), courses.go(formula, 10), 1e-14)


def test_no_number_is_lost_between_blocks(optim, path):
    shapes = tuple((n,) for n in (6, 7, 8, 14, 15, 29))
    ours = courses.go(optim(courses.start(shapes), lr=0.1, **path), 4)
    slices.BLOCK = 10**6
    whole = optim(courses.start(shapes), lr=0.1, **FORMULA)
    courses.same(ours, courses.go(whole, 4), 1e-14)


def test_blocks_of_their_true_size(optim, monkeypatch):
    if not optim.elementwise:
        pytest.skip("it sees whole tensors")
    shapes = ((slices.BLOCK + 3,), (slices.SMALL,), (7,))
    ours = courses.go(optim(courses.start(shapes), fused=False), 2)
    monkeypatch.setattr(slices, "BLOCK", 10**9)
    whole = optim(courses.start(shapes), **FORMULA)
    courses.same(ours, courses.go(whole, 2), 1e-14)


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16, torch.float16])
def test_lower_precision(optim, other, path, precision):
    optimizer = optim(courses.start(dtype=precision), **other, **path)
    tol = 400 * torch.finfo(precision).eps
    ours = courses.go(optimizer, 6)
    assert all(p.dtype == precision for p in ours)
    courses.same(ours, courses.go(optim(courses.start(), **other), 6), tol)


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16, torch.float16])
def test_lower_precision_moves_whole_vectors(optim, precision):
    """torch's fused SGD moves only what is left over from its vectors in half."""
    gradients = torch.randn(3, 1000, generator=torch.Generator().manual_seed(0))
    gradients += gradients.sign() / 2  # no square of them is lost in half
    ends = []
    formula = {"fused": False, "foreach": False}
    for dtype, path in ((precision, {}), (torch.float64, formula)):
        w = torch.zeros(1000, dtype=dtype, requires_grad=True)
        optimizer = optim([w], lr=0.1, **path)
        for g in gradients.to(precision):
            w.grad = g.to(dtype)
            optimizer.step()
        ends.append(w.detach().double())
    gap = (ends[0] - ends[1]).abs().max() / ends[1].abs().max()
    assert gap < 10 * torch.finfo(precision).eps


def test_mixed_precision_in_one_group(optim, path):
    kinds = [torch.float32, torch.float64, torch.bfloat16]
    shapes = ((3, 2), (5,), (33,), (9,), (), (4, 1))

    def mixed():
        theta = courses.start(shapes)
        return [
            p.detach().to(kinds[i % 3]).requires_grad_() for i, p in enumerate(theta)
        ]

    together = courses.go(optim(mixed(), **path), 5)
    groups = [{"params": [p]} for p in mixed()]
    courses.same(together, courses.go(optim(groups, **path), 5), 1e-12)
    assert [p.dtype for p in together[:3]] == kinds


@pytest.mark.parametrize("there", [False, True])
def test_without_the_kernel(optim, other, monkeypatch, there):
    """Another torch lacks it, another device refuses it: the formula does it."""

    def refuse(*args, **kwargs):
        raise NotImplementedError

    theirs = courses.go(optim(courses.start(), **other), 5)
    for name in [n for n in vars(torch) if n.startswith("_fused_")]:
        if there:
            monkeypatch.setattr(torch, name, refuse)
        else:
            monkeypatch.delattr(torch, name)
    courses.same(courses.go(optim(courses.start(), **other), 5), theirs, 1e-14)


def test_the_kernel_is_taken_where_it_is_safe(optim, monkeypatch):
    if optim.kernel is None:
        pytest.skip("torch has no kernel of this formula")
    taken = []
    fits = guard.fits
    monkeypatch.setattr(
        guard, "fits", lambda rows: taken.append(fits(rows)) or taken[-1]
    )
    theta = courses.start(((4, 3), (5,)), torch.float32)
    picture = torch.ones(2, 3, 4, 5).to(memory_format=torch.channels_last)
    theta.append(picture.requires_grad_())
    for p in theta:
        p.grad = torch.ones_like(p)
    optimizer = optim(theta, weight_decay=0.1)
    for _ in range(6 if optim.__name__.startswith("RAdam") else 0):  # begins without
        optimizer.step()
    taken.clear()
    monkeypatch.setattr(optim, "update", None)  # would fail
    before = [p.clone() for p in theta]
    optimizer.step()
    assert taken.count(True) == 3
    assert all((p != q).all() for p, q in zip(theta, before, strict=True))
