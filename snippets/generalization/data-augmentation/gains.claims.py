"""What the page says of augmented digits."""


def _of(rows, name, augmentation):
    return rows.one(name, augmentation=augmentation, size=100)


def _of_800(rows, name, augmentation):
    own = rows.where(augmentation=augmentation)
    cells = zip(own["size"], own[name], strict=True)
    return [cell for size, cell in cells if size == 800]


def moved_images_are_misread(rows):
    """Over 80 % are read as they are, under half if they are shifted."""
    assert _of(rows, "accuracy_low", "none") > 0.8
    assert _of(rows, "moved_high", "none") < 0.5


def more_images_do_not_cure_it(rows):
    """So with 800 images, where that was tried."""
    assert all(moved < 0.5 for moved in _of_800(rows, "moved_high", "none"))


def shifts_read_them(rows):
    """With shifts, the worst reads 20 points more than the best without."""
    best = _of(rows, "moved_high", "none")
    assert _of(rows, "moved_low", "shift") > best + 0.2


def shifts_cost_where_nothing_moves(rows):
    """And on the images as they are, the median is a point lower or more."""
    assert _of(rows, "gain", "shift") < -0.01


def some_hardly_matter(rows):
    """Slight crops, turns and light: less than three points, either way."""
    for kind in ("crop", "rotation", "jitter"):
        assert abs(_of(rows, "gain", kind)) < 0.03


def copies_are_no_new_images(rows):
    """100 images, cropped: three points below 800, where that was tried."""
    copies = _of(rows, "accuracy", "crop")
    for new in _of_800(rows, "accuracy_low", "none"):
        assert new > copies + 0.03


def mirrored_digits_hurt(rows):
    """By over a point in the median."""
    assert _of(rows, "gain", "flip") < -0.01


def half_turns_hurt(rows):
    """Every network, the median by eight points or more."""
    assert _of(rows, "gain_high", "half-turn") < -0.03
    assert _of(rows, "gain", "half-turn") < -0.08


def sixes_become_nines(rows):
    """Upside down: ten points less often after half-turns than without."""
    plain = _of(rows, "upside_down", "none")
    assert _of(rows, "upside_down", "half-turn") < plain - 0.1


def erasing_hurts_here(rows):
    """Eight pixels a side: a point or more in the median."""
    assert _of(rows, "gain", "erasing") < -0.01


def mixup_does_not_help_here(rows):
    """Not even half a point in the median."""
    assert _of(rows, "gain", "mixup") < 0.005


def crops_help_who_knows_them(rows):
    """The mean of five gains a point for networks that saw shifts."""
    assert _of(rows, "crops", "shift") > 0.01


def crops_hurt_the_others(rows):
    """Without augmentation the median loses ten points or more."""
    assert _of(rows, "crops", "none") < -0.1


def another_number(rows):
    """Augmented test images, crops: two points below those as they are."""
    same_way = _of(rows, "same_way", "crop")
    assert same_way < _of(rows, "accuracy", "crop") - 0.02
