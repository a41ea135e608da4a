from itertools import permutations

import numpy as np
import pytest
import torch
from helpers.images import picture, seeded
from scipy import stats

from chainrule.data import transforms as T
from chainrule.data.transforms.color_jitter import factors

NAMES = ["brightness", "contrast", "saturation", "hue"]


def test_steps_in_their_order(agree):
    jitter = T.ColorJitter(0.4, 0.5, 0.6, 0.1)
    for seed in range(20):
        found, numbers = jitter.sample(picture(), seeded(seed))
        image = picture()
        for name, factor in numbers:
            image = getattr(T, f"adjust_{name}")(image, factor)
        assert sorted(name for name, _ in numbers) == sorted(NAMES)
        agree("color-jitter", found, image, 0, against="one step after the other")


@pytest.mark.parametrize("name", NAMES)
def test_only_what_is_asked(name):
    jitter, rng = T.ColorJitter(**{name: 0.25}), seeded()
    drawn = [jitter.draw(picture(), rng) for _ in range(1500)]
    assert {step for ((step, _),) in drawn} == {name}
    low = -0.25 if name == "hue" else 0.75
    law = stats.uniform(low, 0.5).cdf
    assert stats.kstest([factor for ((_, factor),) in drawn], law).pvalue > 0.01


def test_every_order_is_as_likely():
    jitter, rng = T.ColorJitter(0.1, 0.1, 0.1, 0.1), seeded()
    counts = dict.fromkeys(permutations(NAMES), 0)
    for _ in range(2400):
        counts[tuple(name for name, _ in jitter.draw(picture(), rng))] += 1
    assert stats.chisquare([*counts.values()]).pvalue > 0.01


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, None),
        (0, None),
        (0.25, (0.75, 1.25)),
        (3, (0, 4)),
        ((0.2, 0.3), (0.2, 0.3)),
        ([1, 1], None),
        ((0, 0), (0, 0)),
    ],
)
def test_ranges(given, found):
    jitter = T.ColorJitter(given, given, given)
    assert jitter.brightness == jitter.contrast == jitter.saturation == found
    assert factors(jitter, "x", given) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [(None, None), (0, None), (0.5, (-0.5, 0.5)), ((0.1, 0.2), (0.1, 0.2))],
)
def test_ranges_of_hue(given, found):
    assert T.ColorJitter(hue=given).hue == found


def test_nothing_asked_is_nothing_done():
    image = picture()
    assert T.ColorJitter()(image) is image
    assert T.ColorJitter().draw(image) == []


def test_stays_in_range():
    jitter = T.ColorJitter(3, 3, 3, 0.5)
    for seed in range(30):
        found = jitter(picture(seed=seed), seeded(seed))
        assert found.min() >= 0
        assert found.max() <= 1
        assert np.isfinite(found.numpy()).all()


def test_replayed_on_another_image():
    jitter = T.ColorJitter(0.5, 0.5)
    numbers = jitter.draw(picture(), seeded(4))
    other = picture(1, 4, 4, seed=5)
    found = jitter.apply(other, numbers)
    assert torch.equal(found, jitter(other, seeded(4)))
