"""Whichever way the engine takes, the result is the same."""

import pytest
import torch

from chainrule.optim.engine import kernels, slices

PATHS = {
    "formula": {"fused": False, "foreach": False},
    "some bundled": {"fused": False},
    "all bundled": {"fused": False, "foreach": True},
    "kernel": {"fused": True},
    "fastest": {},
}


def strided(x):
    """In every second place of a larger tensor."""
    room = torch.full((*x.shape, 2), 7.0, dtype=x.dtype)
    room[..., 0] = x
    return room[..., 0]


def turned(x):
    """With the axes in the opposite order in memory."""
    axes = tuple(reversed(range(x.dim())))
    return x.permute(axes).contiguous().permute(axes)


def channels_last(x):
    last = torch.channels_last
    return x.contiguous(memory_format=last) if x.dim() == 4 else x


LAYOUTS = {
    "dense": lambda x: x.contiguous(),
    "strided": strided,
    "turned": turned,
    "channels_last": channels_last,
}


@pytest.fixture(params=PATHS)
def path(request, monkeypatch):
    """One way through the engine; blocks so small that all the shapes meet them."""
    monkeypatch.setattr(slices, "BLOCK", 7)
    monkeypatch.setattr(slices, "SMALL", 4)
    return PATHS[request.param]


@pytest.mark.parametrize("maximize", [False, True])
@pytest.mark.parametrize("varied", [False, True], ids=["defaults", "varied"])
def test_all_paths_agree(optim, other, course, path, varied, maximize):
    options = other if varied else {}
    options["maximize"] = maximize
    formula = optim(course.start(), **options, **PATHS["formula"])
    optimizer = optim(course.start(), **options, **path)
    course.same(course.go(optimizer, 20), course.go(formula, 20), 1e-14)


def test_no_number_is_lost_between_blocks(optim, course, path):
    shapes = tuple((n,) for n in (6, 7, 8, 14, 15, 29))
    ours = course.go(optim(course.start(shapes), lr=0.1, **path), 4)
    slices.BLOCK = 10**6
    whole = optim(course.start(shapes), lr=0.1, **PATHS["formula"])
    course.same(ours, course.go(whole, 4), 1e-14)


def test_blocks_of_their_true_size(optim, course, monkeypatch):
    shapes = ((slices.BLOCK + 3,), (2, slices.BLOCK), (slices.SMALL,), (7,))
    ours = course.go(optim(course.start(shapes), fused=False), 2)
    monkeypatch.setattr(slices, "BLOCK", 10**9)
    whole = optim(course.start(shapes), **PATHS["formula"])
    course.same(ours, course.go(whole, 2), 1e-14)


@pytest.mark.parametrize("of_weights", LAYOUTS)
def test_layout_in_memory_does_not_matter(optim, other, course, path, of_weights):
    """torch's own fused kernels fail this one without a word."""
    shapes = ((4, 3), (2, 3, 4, 5), (9,), ())
    dense = optim(course.start(shapes), **other, **PATHS["formula"])
    theirs = course.go(dense, 4)
    for of_gradient in LAYOUTS.values():
        theta = [LAYOUTS[of_weights](p.detach()) for p in course.start(shapes)]
        optimizer = optim([p.requires_grad_() for p in theta], **other, **path)
        course.same(course.go(optimizer, 4, layout=of_gradient), theirs, 1e-14)


@pytest.mark.parametrize("of_state", LAYOUTS)
def test_layout_of_loaded_buffers_does_not_matter(optim, course, path, of_state):
    shapes = ((4, 3), (2, 3, 4, 5))
    optimizer = optim(course.start(shapes), **path)
    course.go(optimizer, 3)
    for state in optimizer.state.values():
        for name in optim.buffers:
            state[name] = LAYOUTS[of_state](state[name])
    theirs = course.go(optim(course.start(shapes)), 8)
    course.same(course.go(optimizer, 5, first=3), theirs, 1e-14)


def test_a_part_and_an_expanded_gradient(optim, course, path):
    """The weights are a part of a matrix, their gradient one number for all."""
    room = torch.zeros(6, 6, dtype=torch.float64)
    part = room[1:5, ::2].requires_grad_()
    whole = torch.zeros(4, 3, dtype=torch.float64, requires_grad=True)
    ours, theirs = optim([part], **path), optim([whole], **PATHS["formula"])
    for g in (1.0, -3.0, 0.5):
        part.grad = torch.tensor(g, dtype=torch.float64).expand(4, 3)
        whole.grad = torch.full((4, 3), g, dtype=torch.float64)
        ours.step()
        theirs.step()
    course.same([part], [whole], 1e-15)
    assert room.count_nonzero() == part.count_nonzero() == 12


def test_lazily_negated_gradient(optim, course, path):
    a, b = course.start(((5,),)), course.start(((5,),))
    g = torch.arange(5.0, dtype=torch.float64)
    a[0].grad, b[0].grad = torch._neg_view(g), -g
    optim(a, **path).step()
    optim(b).step()
    course.same(a, b, 0)


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16, torch.float16])
def test_lower_precision(optim, other, course, path, precision):
    optimizer = optim(course.start(dtype=precision), **other, **path)
    tol = 400 * torch.finfo(precision).eps
    ours = course.go(optimizer, 6)
    assert all(p.dtype == precision for p in ours)
    course.same(ours, course.go(optim(course.start(), **other), 6), tol)


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16, torch.float16])
def test_lower_precision_moves_whole_vectors(optim, precision):
    """torch's fused SGD moves only what is left over from its vectors in half."""
    gradients = torch.randn(3, 1000, generator=torch.Generator().manual_seed(0))
    gradients += gradients.sign() / 2  # no square of them is lost in half
    ends = []
    for dtype, path in ((precision, "fastest"), (torch.float64, "formula")):
        w = torch.zeros(1000, dtype=dtype, requires_grad=True)
        optimizer = optim([w], lr=0.1, **PATHS[path])
        for g in gradients.to(precision):
            w.grad = g.to(dtype)
            optimizer.step()
        ends.append(w.detach().double())
    gap = (ends[0] - ends[1]).abs().max() / ends[1].abs().max()
    assert gap < 10 * torch.finfo(precision).eps


def test_mixed_precision_in_one_group(optim, course, path):
    kinds = [torch.float32, torch.float64, torch.bfloat16]
    shapes = ((3, 2), (5,), (33,), (9,), (), (4, 1))

    def mixed():
        theta = course.start(shapes)
        return [
            p.detach().to(kinds[i % 3]).requires_grad_() for i, p in enumerate(theta)
        ]

    together = course.go(optim(mixed(), **path), 5)
    groups = [{"params": [p]} for p in mixed()]
    course.same(together, course.go(optim(groups, **path), 5), 1e-12)
    assert [p.dtype for p in together[:3]] == kinds


def test_complex_weights_are_pairs_of_real_ones(optim, other, course, path):
    theta = course.start(((4, 2), (20, 2)))
    z = [torch.view_as_complex(p.detach().clone()).requires_grad_() for p in theta]
    ours, theirs = optim(z, **other, **path), optim(theta, **other, **path)
    for step in range(6):
        for i, (a, b) in enumerate(zip(z, theta, strict=True)):
            b.grad = course.gradient(5 * step, i, b.shape)
            a.grad = torch.view_as_complex(b.grad).conj().resolve_conj().conj()
        ours.step()
        theirs.step()
    course.same([torch.view_as_real(a.detach()) for a in z], theta, 1e-15)


@pytest.mark.parametrize("error", [AttributeError, NotImplementedError])
def test_without_the_kernel(optim, other, course, monkeypatch, error):
    """An older torch lacks it, another device refuses it: the formula does it."""

    def missing(*args, **kwargs):
        raise error

    theirs = course.go(optim(course.start(), **other), 5)
    for name in [n for n in vars(torch) if n.startswith("_fused_")]:
        monkeypatch.setattr(torch, name, missing)
    course.same(course.go(optim(course.start(), **other), 5), theirs, 1e-14)


def test_the_kernel_is_taken_where_it_is_safe(optim, course, monkeypatch):
    if optim.kernel is None:
        pytest.skip("torch has no kernel of this formula")
    taken = []
    fits = kernels.fits
    monkeypatch.setattr(
        kernels, "fits", lambda rows: taken.append(fits(rows)) or taken[-1]
    )
    monkeypatch.setattr(optim, "update", None)  # would fail
    theta = course.start(((4, 3), (5,)), torch.float32)
    theta.append(channels_last(torch.ones(2, 3, 4, 5)).requires_grad_())
    for p in theta:
        p.grad = torch.ones_like(p)
    optim(theta).step()
    assert taken.count(True) == 3
    assert all((p != 0).all() for p in theta)
