"""What every transform promises, and the draws that they share."""

import copy
import pickle

import numpy as np
import pytest
import torch
from helpers.images import picture, seeded
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from chainrule.data import transforms as T
from chainrule.data.transforms.base import below, crop, happens, sides, uniform

EVERY = [
    T.CenterCrop(4),
    T.ColorJitter(0.5, 0.5, 0.5, 0.2),
    T.Compose([T.RandomResizedCrop(6), T.RandomHorizontalFlip(), T.Resize(5)]),
    T.FiveCrop(4),
    T.Normalize(0.5, 0.25),
    T.RandomErasing(0.7),
    T.RandomErasing(0.7, value="random"),
    T.RandomHorizontalFlip(),
    T.RandomResizedCrop((5, 7)),
    T.RandomRotation(40, "bilinear", fill=0.5),
    T.Resize((5, 7)),
    T.TenCrop(4),
]
IDS = [type(t).__name__ for t in EVERY]
CHANGE = {"ColorJitter", "Compose", "RandomErasing", "RandomHorizontalFlip"}
CHANGE |= {"RandomResizedCrop", "RandomRotation"}
every = pytest.mark.parametrize("transform", EVERY, ids=IDS)


def test_all_are_here():
    transforms = {name for name in T.__all__ if isinstance(vars(T)[name], type)} - {
        "Transform",
        "MixUp",
        "CutMix",
    }
    assert set(IDS) == transforms


def same(a, b):
    if isinstance(a, tuple):
        return len(a) == len(b) and all(map(same, a, b))
    return torch.equal(a, b)


@every
def test_one_seed_one_result(transform):
    """Called, sampled, drawn and applied: the same, and a copy does it, too."""
    image = picture()
    for seed in range(5):
        first = transform(image, seeded(seed))
        again, numbers = transform.sample(image, seeded(seed))
        assert same(first, again)
        for other in (copy.deepcopy(transform), pickle.loads(pickle.dumps(transform))):
            drawn = other.draw(image, seeded(seed))
            assert same(first, other.apply(image, drawn))
            assert same(first, other.apply(image, numbers))


@every
def test_global_generator_serves_without_one(transform):
    torch.manual_seed(3)
    found = transform(picture())
    assert same(found, transform(picture(), seeded(3)))
    state = torch.get_rng_state()
    transform(picture(), seeded(3))
    assert torch.equal(state, torch.get_rng_state())


@every
def test_samples_differ_where_chance_is(transform):
    images = [transform(picture(), seeded(seed)) for seed in range(20)]
    differ = not all(same(images[0], other) for other in images)
    assert differ == (type(transform).__name__ in CHANGE)


@every
def test_the_image_stays_as_it_was(transform):
    for seed in range(5):
        image = picture()
        transform(image, seeded(seed))
        assert torch.equal(image, picture())


@every
def test_numbers_depend_on_the_shape_alone(transform):
    first, other = (transform.draw(picture(seed=seed), seeded(1)) for seed in range(2))
    assert str(first) == str(other)


@every
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
def test_the_dtype_stays(transform, dtype):
    """And halves are as near to float32 as they can say."""
    image = picture(dtype=dtype)
    found = transform(image, seeded(2))
    wide = transform(image.float(), seeded(2))
    pairs = (
        zip(found, wide, strict=True) if isinstance(found, tuple) else [(found, wide)]
    )
    for ours, oracle in pairs:
        assert ours.dtype == dtype
        far = 1e-5 if dtype == torch.float64 else 40 * torch.finfo(dtype).eps
        assert (ours.float() - oracle).abs().max() < far


@every
def test_views_and_strides_do_not_matter(transform):
    image = picture(3, 14, 11).transpose(1, 2)
    found = transform(image, seeded(1)), transform(image.contiguous(), seeded(1))
    if isinstance(transform, T.ColorJitter):  # a mean is summed in another order
        assert (found[0] - found[1]).abs().max() < 1e-6
    else:
        assert same(*found)


@every
@pytest.mark.parametrize(
    ("image", "kind", "said"),
    [
        (torch.zeros(3, 11, 14, dtype=torch.uint8), TypeError, r"got torch\.uint8"),
        (np.zeros((3, 11, 14)), TypeError, "must be a tensor, got ndarray"),
        (None, TypeError, "must be a tensor, got NoneType"),
        (torch.zeros(11, 14), ValueError, r"\(C, H, W\), got \(11, 14\)"),
        (torch.zeros(2, 3, 11, 14), ValueError, r"got \(2, 3, 11, 14\)"),
        (torch.zeros(3, 0, 14), ValueError, r"got \(3, 0, 14\)"),
    ],
)
def test_other_images_are_refused(transform, image, kind, said):
    """By both halves. Who does not fit is named."""
    numbers = transform.draw(picture(), seeded())
    inner = "RandomResizedCrop" if isinstance(transform, T.Compose) else ""
    name = inner or type(transform).__name__.replace("TenCrop", "FiveCrop")
    for call in (transform, lambda x: transform.apply(x, numbers)):
        with pytest.raises(kind, match=said) as error:
            call(image)
        assert str(error.value).startswith((name, type(transform).__name__))


@every
def test_other_images_draw_nothing(transform):
    rng = seeded()
    with pytest.raises(TypeError, match=r"torch\.int64"):
        transform.draw(torch.zeros(3, 11, 14, dtype=torch.int64), rng)
    assert torch.equal(rng.get_state(), seeded().get_state())


def test_shows_what_it_does():
    assert repr(T.Resize((5, 7))) == "Resize(size=(5, 7), antialias=True)"
    assert repr(T.Compose([T.RandomHorizontalFlip(0.2)])) == (
        "Compose(transforms=[RandomHorizontalFlip(p=0.2)])"
    )


def test_base_class_applies_nothing():
    with pytest.raises(NotImplementedError):
        T.Transform()(picture())


@given(
    st.tuples(st.sampled_from([1, 3]), st.integers(1, 30), st.integers(1, 30)),
    st.integers(0, 1000),
)
def test_any_shape(shape, seed):
    """Results have their size, and replay; what does not fit is refused."""
    image = picture(*shape)
    for transform in EVERY:
        small = min(shape[1:]) < 4 and "size" in vars(transform)
        if small and type(transform) in (T.CenterCrop, T.FiveCrop, T.TenCrop):
            with pytest.raises(ValueError, match="larger than the image"):
                transform(image)
            continue
        found, numbers = transform.sample(image, seeded(seed))
        assert same(found, transform.apply(image, numbers))
        size = getattr(transform, "size", shape[1:])
        if isinstance(transform, T.Compose):
            size = (5, 5)
        for part in found if isinstance(found, tuple) else [found]:
            assert part.shape == (shape[0], *size)
            assert part.isfinite().all()


# -- draws ------------------------------------------------------------------------


def test_uniform():
    rng = seeded()
    drawn = [uniform((-2, 6), rng) for _ in range(4000)]
    assert min(drawn) >= -2
    assert max(drawn) <= 6
    assert stats.kstest(drawn, stats.uniform(-2, 8).cdf).pvalue > 0.01


def test_below_and_happens():
    rng = seeded()
    counts = np.bincount([below(4, rng) for _ in range(4000)])
    assert len(counts) == 4
    assert stats.chisquare(counts).pvalue > 0.01
    assert not any(happens(0.0, rng) for _ in range(100))
    assert all(happens(1.0, rng) for _ in range(100))
    often = sum(happens(0.3, rng) for _ in range(4000))
    assert stats.binomtest(often, 4000, 0.3).pvalue > 0.01


def test_sides():
    """Areas and logarithms of ratios are uniform; ten pairs, one by one."""
    rng, area = seeded(), 10**10
    drawn = [*sides(area, (0.2, 0.7), (0.5, 3), rng)]
    assert len(drawn) == 10
    for _ in range(100):
        drawn += sides(area, (0.2, 0.7), (0.5, 3), rng)
    a, b = np.array(drawn).T
    assert stats.kstest(a * b / area, stats.uniform(0.2, 0.5).cdf).pvalue > 0.01
    law = stats.uniform(np.log(0.5), np.log(6)).cdf
    assert stats.kstest(np.log(a / b), law).pvalue > 0.01
    assert all(isinstance(n, int) for pair in drawn[:3] for n in pair)


def test_crop_is_a_view():
    image, flip = picture(), T.RandomHorizontalFlip()
    part = crop(flip, image, (2, 3, 4, 5))
    assert torch.equal(part, image[:, 2:6, 3:8])
    assert part.data_ptr() == image[:, 2:, 3:].data_ptr()
