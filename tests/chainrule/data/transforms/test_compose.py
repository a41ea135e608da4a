import pytest
import torch
from helpers.images import picture, seeded

from chainrule.data import transforms as T

PARTS = [
    T.RandomResizedCrop(8),
    T.RandomHorizontalFlip(),
    T.ColorJitter(0.3, 0.3),
    torch.square,
    T.RandomErasing(0.5),
]


def test_one_after_the_other_from_one_generator(agree):
    for seed in range(10):
        rng, image = seeded(seed), picture()
        for part in PARTS:
            image = part(image, rng) if isinstance(part, T.Transform) else part(image)
        agree(
            "data-augmentation",
            T.Compose(PARTS)(picture(), seeded(seed)),
            image,
            0,
            against="its parts by hand",
        )


def test_numbers_are_a_list_that_replays():
    compose = T.Compose([T.Compose(PARTS), lambda x: x - 1])
    image, (numbers, last) = compose.sample(picture(), seeded(1))
    assert last is None
    assert len(numbers) == len(PARTS)
    assert numbers[1] in (True, False)
    assert numbers[3] is None
    assert torch.equal(compose.apply(picture(), [numbers, None]), image)
    assert compose.draw(picture(), seeded(1))[0][:3] == numbers[:3]


def test_test_time_crops_to_a_batch():
    both = T.Compose([T.Normalize(0.5, 0.5), T.FiveCrop(4), torch.stack])
    assert both(picture()).shape == (5, 3, 4, 4)


def test_other_parts_and_numbers_are_refused():
    with pytest.raises(TypeError, match="3 cannot be called"):
        T.Compose([T.Resize(3), 3])
    with pytest.raises(ValueError, match="1 entries of numbers for 2 transforms"):
        T.Compose([T.Resize(3), T.Resize(2)]).apply(picture(), [None])
