"""However tensors lie in memory, and whichever have no gradient: the NumPy twin."""

import torch
from helpers import courses
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FORMULA = {"fused": False, "foreach": False}


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


def expanded(x):
    """One number for all places: only a gradient may lie so."""
    return x.reshape(-1)[:1].reshape(()).expand(x.shape) if x.numel() else x


LAYOUTS = {
    "dense": lambda x: x.contiguous(),
    "strided": strided,
    "turned": turned,
    "channels_last": channels_last,
}


@st.composite
def tensors(draw):
    """Layouts of a weight and of its gradients; None where there is no gradient."""
    shape = tuple(draw(st.lists(st.integers(0, 4), max_size=4)))
    of_gradient = st.sampled_from([*LAYOUTS.values(), expanded, None])
    return {
        "shape": shape,
        "complex": draw(st.booleans()),
        "weight": draw(st.sampled_from([*LAYOUTS.values()])),
        "gradients": draw(st.lists(of_gradient, min_size=3, max_size=3)),
    }


@settings(
    deadline=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(cases=st.lists(tensors(), min_size=1, max_size=6), data=st.data())
def test_any_tensors_are_the_twin(
    is_twin, optim, other, ways, small_pieces, cases, data
):
    """A complex weight is the twin's pair of real ones."""

    def numbers(case, seed):
        dtype = torch.complex128 if case["complex"] else torch.float64
        generator = torch.Generator().manual_seed(seed)
        return torch.randn(case["shape"], generator=generator, dtype=dtype)

    def real(x):
        return torch.view_as_real(x) if x is not None and x.is_complex() else x

    theta = [case["weight"](numbers(case, i)) for i, case in enumerate(cases)]
    before = [real(p).clone() for p in theta]
    way = data.draw(st.sampled_from(ways))
    optimizer = optim([p.requires_grad_() for p in theta], **other, **way)
    gradients = []
    for step in range(3):
        for i, (p, case) in enumerate(zip(theta, cases, strict=True)):
            layout = case["gradients"][step]
            p.grad = layout and layout(numbers(case, 100 + 10 * step + i))
        gradients.append([real(p.grad) for p in theta])
        optimizer.step()
    same = {"theta": before, "gradient": lambda step, i, _: gradients[step][i]}
    twins = courses.twin_go(optim, 3, **same, **other)
    is_twin([real(p.detach()) for p in theta], twins)


def test_layout_in_memory_does_not_matter(optim, other, path):
    """torch's own fused kernels fail this one without a word."""
    shapes = ((4, 3), (2, 3, 4, 5), (9,), ())
    dense = optim(courses.start(shapes), **other, **FORMULA)
    theirs = courses.go(dense, 4)
    layouts = [*LAYOUTS.values()]
    pairs = [(a, b) for i, a in enumerate(layouts) for b in (a, layouts[i - 1])]
    for of_weights, of_gradient in pairs:
        theta = [of_weights(p.detach()) for p in courses.start(shapes)]
        optimizer = optim([p.requires_grad_() for p in theta], **other, **path)
        courses.same(courses.go(optimizer, 4, layout=of_gradient), theirs, 1e-14)


def test_layout_of_loaded_buffers_does_not_matter(optim, path):
    shapes = ((4, 3), (2, 3, 4, 5))
    theirs = courses.go(optim(courses.start(shapes)), 5)
    for of_state in LAYOUTS.values():
        optimizer = optim(courses.start(shapes), **path)
        courses.go(optimizer, 2)
        for state in optimizer.state.values():
            for name in optim.buffers:
                state[name] = of_state(state[name])
        courses.same(courses.go(optimizer, 3, first=2), theirs, 1e-14)


def test_a_part_and_an_expanded_gradient(optim, path):
    """The weights are a part of a matrix, their gradient one number for all."""
    room = torch.zeros(6, 6, dtype=torch.float64)
    part = room[1:5, ::2].requires_grad_()
    whole = torch.zeros(4, 3, dtype=torch.float64, requires_grad=True)
    ours, theirs = optim([part], **path), optim([whole], **FORMULA)
    for g in (1.0, -3.0, 0.5):
        part.grad = torch.tensor(g, dtype=torch.float64).expand(4, 3)
        whole.grad = torch.full((4, 3), g, dtype=torch.float64)
        ours.step()
        theirs.step()
    courses.same([part], [whole], 1e-15)
    assert room.count_nonzero() == part.count_nonzero() == 12


def test_lazily_negated_gradient(optim, path):
    a, b = courses.start(((5,),)), courses.start(((5,),))
    g = torch.arange(5.0, dtype=torch.float64)
    a[0].grad, b[0].grad = torch._neg_view(g), -g
    optim(a, **path).step()
    optim(b).step()
    courses.same(a, b, 0)


def test_complex_weights_are_pairs_of_real_ones(optim, other, path):
    theta = courses.start(((4, 2), (20, 2)))
    z = [torch.view_as_complex(p.detach().clone()).requires_grad_() for p in theta]
    ours, theirs = optim(z, **other, **path), optim(theta, **other, **path)
    for step in range(6):
        for i, (a, b) in enumerate(zip(z, theta, strict=True)):
            b.grad = courses.patchy(5 * step, i, b)
            a.grad = torch.view_as_complex(b.grad).conj().resolve_conj().conj()
        ours.step()
        theirs.step()
    courses.same([torch.view_as_real(a.detach()) for a in z], theta, 1e-15)
