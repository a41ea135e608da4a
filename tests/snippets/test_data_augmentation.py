"""What generalization/data-augmentation derives, prints and runs."""

import colorsys
import json
import math
from functools import cache, partial
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers.images import picture, seeded
from helpers.programs import Programs
from PIL import Image, ImageEnhance
from scipy import ndimage
from torch.nn.functional import cross_entropy

from chainrule.data import transforms as T
from chainrule.data.transforms.base import sides
from chainrule.data.transforms.colors import blend, grey

ROOT = Path(__file__).parents[2]
PROGRAMS = Programs("generalization/data-augmentation")
program = cache(partial(PROGRAMS.above, before="\nmain()"))
ALL, FLIP, CROP = "data-augmentation", "random-flip", "random-resized-crop"
COLOUR, TURN, ERASE = "color-jitter", "random-rotation", "random-erasing"
CENTRE, MANY = "test-time-resize-center-crop", "multi-crop-test-average"


def printed_equation(number):
    return f"printed equation (31.{number})"


# --- one change a draw ----------------------------------------------------------------


@pytest.mark.equation("eq:augmented-loss", by="both flips, and many draws of them")
def test_the_mean_over_draws_is_what_training_estimates():
    """p of a flip, and 1 - p of none; draws stray from it by their error."""
    x, t, p = picture(6, 1, 4, 5), torch.arange(6) % 3, 0.3
    W, flip, rng = torch.eye(20)[[0, 5, 10]] * 9, T.RandomHorizontalFlip(p), seeded()

    def losses(images):
        return cross_entropy(torch.stack(images).flatten(1) @ W.T, t, reduction="none")

    plain, mirrored = losses([*x]), losses([*x.flip(-1)])
    oracle = ((1 - p) * plain + p * mirrored).mean()
    drawn = torch.stack([losses([flip(i, rng) for i in x]).mean() for _ in range(2000)])
    error = drawn.std() / 2000**0.5
    assert abs(drawn.mean() - oracle) < 4 * error
    assert abs(plain.mean() - oracle) > 10 * error


def test_the_data_set_keeps_its_size_and_changes_what_it_shows():
    data = program("loader")["data"]
    seen = {data[0][0][0, 0, 0].item() for _ in range(40)}
    assert (len(data), seen) == (5, {1.0, 3.0})
    assert data.images[:, 0, 0, 0].tolist() == [1] * 5


def test_a_sample_is_replayed(agree):
    """By its numbers, and by its seed; others are other samples."""
    augment, image = (program("replay")[name] for name in ("augment", "image"))
    seen = []
    for seed in range(6):
        sample, numbers = augment.sample(image, seeded(seed))
        agree(ALL, augment.apply(image, numbers), sample, 0, against="its numbers")
        agree(ALL, augment(image, seeded(seed)), sample, 0, against="its seed")
        seen.append(numbers[0])
    assert len({*seen}) == 6


def test_by_hand(capsys):
    PROGRAMS.run("by-hand")
    x = np.array([[1, 2, 3], [4, 5, 6]])
    wanted = [x[:, ::-1], x[:, :2], np.rot90(x[:, :2]), x * [[1, 0, 0], [1, 1, 1]]]
    lines = capsys.readouterr().out.splitlines()
    for line, rows in zip(lines, wanted, strict=True):
        assert line[13:] == " ".join(str(row) for row in rows.tolist())


@pytest.mark.equation("eq:flip", by="a loop over all pixels")
def test_columns_of_the_mirror_image(agree):
    x = picture(2, 3, 7)
    ours, (C, H, W) = T.RandomHorizontalFlip(p=1)(x), x.shape
    oracle = torch.empty_like(x)
    for c, i, j in product(range(C), range(H), range(W)):
        oracle[c, i, j] = x[c, i, W - 1 - j]
    agree(FLIP, ours, oracle, 0, against="a loop over all pixels")


# --- crops ----------------------------------------------------------------------------


@pytest.mark.equation("eq:crop-sides", "eq:erased-sides")
def test_sides_from_share_and_ratio(agree, equation):
    """The numbers that are drawn, uniform in the share and in ln r."""
    known, area = {"s": "s", "H": "H", "W": "W", "r": "r"}, 300 * 400
    crop, erased = (
        {side: equation(label, side, known) for side in "hw"}
        for label in ("eq:crop-sides", "eq:erased-sides")
    )
    scale, ratio = (0.08, 1), (3 / 4, 4 / 3)
    given = {"H": 300, "W": 400}
    for seed in range(5):
        ours = [*sides(area, scale, ratio, seeded(seed))]
        rng = seeded(seed)
        for a, b in ours:
            s = torch.empty(1).uniform_(*scale, generator=rng).item()
            ends = map(math.log, ratio)
            r = math.exp(torch.empty(1).uniform_(*ends, generator=rng).item())
            oracle = [f(s=s, r=r, **given) for f in (crop["w"], crop["h"])]
            wanted = np.round(oracle)
            agree(CROP, [a, b], wanted, 0, against=printed_equation(3))
            oracle = [f(s=s, r=r, **given) for f in (erased["h"], erased["w"])]
            agree(ERASE, [a, b], np.round(oracle), 0, against=printed_equation(10))
    always = {"scale": (0.1, 0.1), "ratio": (3, 3)}
    box = T.RandomResizedCrop(8, **always).draw(picture(1, 60, 60), seeded())
    assert box[2:] == (11, 33)  # the ratio is width / height
    box, _ = T.RandomErasing(1, **always).draw(picture(1, 60, 60), seeded())
    assert box[2:] == (33, 11)  # and height / width
    hand = [crop[side](s=1 / 4, r=4 / 3, **given) for side in "wh"]
    assert hand == pytest.approx([200, 150], rel=1e-14)


def test_wide_and_tall_are_equally_likely():
    crop, image, rng = (
        T.RandomResizedCrop(8, scale=(0.1, 0.4)),
        picture(1, 60, 60),
        seeded(),
    )
    boxes = np.array([crop.draw(image, rng) for _ in range(1500)])
    wide = np.mean(boxes[:, 3] > boxes[:, 2])
    tall = np.mean(boxes[:, 3] < boxes[:, 2])
    assert abs(wide - tall) < 4 / 1500**0.5


@pytest.mark.equation("eq:half-pixel")
def test_where_new_columns_look(agree, equation):
    printed = equation("eq:half-pixel", "x", {"j": "j", "W": "W", "w": "w"})
    for W, w in ((4, 6), (4, 3), (7, 5), (5, 11), (3, 3)):
        row = picture(1, 1, W, dtype=torch.float64)
        at = printed(j=np.arange(w), W=W, w=w)
        oracle = np.interp(at, np.arange(W), row[0, 0])
        ours = T.resize(row, (1, w), antialias=False)[0, 0]
        agree(CROP, ours, oracle, 1e-13, against=printed_equation(4))
    at = printed(j=np.arange(3), W=4, w=3)
    assert at == pytest.approx([1 / 6, 3 / 2, 17 / 6])  # exercise 2
    values = np.interp(at, range(4), [0, 10, 20, 30])
    assert values == pytest.approx([1.67, 15, 28.33], abs=0.005)


@pytest.mark.equation("eq:bilinear")
def test_between_four_pixels(agree, equation):
    down = {r"\alpha": "alpha", "u_0": "u0", "u_1": "u1"}
    right = {r"\beta": "beta", "x_{i0}": "x0", "x_{i1}": "x1"}
    y, u = (equation("eq:bilinear", k, s) for k, s in (("y", down), ("u_i", right)))
    x = picture(1, 2, 2, dtype=torch.float64)
    ours, columns = T.resize(x, (6, 10), antialias=False)[0], x[0].numpy().T
    for i, j in product(range(6), range(10)):
        a, b = (np.clip((k + 0.5) * 2 / n - 0.5, 0, 1) for k, n in ((i, 6), (j, 10)))
        u0, u1 = u(beta=b, x0=columns[0], x1=columns[1])
        oracle = y(alpha=a, u0=u0, u1=u1)
        agree(CROP, ours[i, j], oracle, 1e-13, against=printed_equation(5))


def test_what_a_crop_shows(agree):
    """The part by hand, resized by Pillow."""
    image, crop = picture(3, 40, 50), T.RandomResizedCrop((12, 9))
    for seed in range(5):
        sample, (top, left, h, w) = crop.sample(image, seeded(seed))
        part = image[:, top : top + h, left : left + w].numpy()
        oracle = [
            np.asarray(Image.fromarray(c).resize((9, 12), Image.Resampling.BILINEAR))
            for c in part
        ]
        against = "PIL.Image.resize"
        agree(CROP, sample, np.stack(oracle), 2e-6, against=against, atol=5e-7)


# --- colours --------------------------------------------------------------------------


@pytest.mark.equation("eq:blend", "eq:grey")
def test_blends_and_greys(agree, equation):
    luma = equation("eq:grey", "g", {"R": "R", "G": "G", "B": "B"})
    mixed = equation("eq:blend", "y", {"f": "f", "x": "x", "z": "z"})
    x = picture(3, 5, 6, dtype=torch.float64)
    R, G, B = x.numpy()
    g = luma(R=R, G=G, B=B)
    agree(COLOUR, grey(x)[0], g, 1e-14, against=printed_equation(7))
    others = {
        T.adjust_brightness: 0.0,
        T.adjust_contrast: g.mean(),
        T.adjust_saturation: g,
    }
    for f in (0, 0.4, 1, 1.7, 3):
        for adjust, z in others.items():
            ours, oracle = adjust(x, f), mixed(f=f, x=x.numpy(), z=z)
            agree(COLOUR, ours, oracle, 1e-13, against=printed_equation(6), atol=1e-15)
    oracle = mixed(f=2, x=x.numpy(), z=1 - x.numpy())
    agree(COLOUR, blend(x, 1 - x, 2), oracle, 1e-13, against=printed_equation(6))


@pytest.mark.parametrize(
    ("adjust", "enhance"),
    [
        (T.adjust_brightness, ImageEnhance.Brightness),
        (T.adjust_contrast, ImageEnhance.Contrast),
        (T.adjust_saturation, ImageEnhance.Color),
    ],
)
def test_colours_are_pillow_s(agree, adjust, enhance):
    """To a level of 255, to which Pillow rounds, and half of one for its grey."""
    whole = (255 * picture(3, 9, 8)).round()
    image = Image.fromarray(whole.byte().movedim(0, 2).numpy())
    for factor in (0.3, 0.8, 1.5):
        oracle = np.asarray(enhance(image).enhance(factor)).transpose(2, 0, 1) / 255
        ours = adjust(whole / 255, factor)
        bound = {"atol": 1.6 / 255, "against": f"PIL.ImageEnhance.{enhance.__name__}"}
        agree(COLOUR, ours, oracle, 1e-6, **bound)


@pytest.mark.equation("eq:hsv", by="Python's colorsys, pixel by pixel")
def test_hues(agree):
    x = picture(3, 6, 7, dtype=torch.float64)
    x[:, 0, 0], x[:, 0, 1], x[:, 0, 2] = 0.4, torch.tensor([0.9, 0.9, 0.1]), 0
    ours, turned = T.rgb_to_hsv(x), T.adjust_hue(x, 0.3)
    for i, j in product(range(6), range(7)):
        h, s, v = colorsys.rgb_to_hsv(*x[:, i, j].tolist())
        against = "colorsys.rgb_to_hsv"
        agree(COLOUR, ours[:, i, j], [h, s, v], 1e-13, against=against, atol=1e-15)
        oracle = colorsys.hsv_to_rgb((h + 0.3) % 1, s, v)
        against = "colorsys.hsv_to_rgb"
        agree(COLOUR, turned[:, i, j], oracle, 1e-12, against=against, atol=1e-14)
    orange = colorsys.rgb_to_hsv(0.8, 0.4, 0.2)
    assert orange == pytest.approx((20 / 360, 0.75, 0.8), abs=1e-12)


# --- rotation -------------------------------------------------------------------------


@pytest.mark.equation("eq:rotation")
def test_where_pixels_come_from(agree, equation):
    names = {"x": "x", "y": "y", r"\cos\theta": "cos", r"\sin\theta": "sin"}
    from_x, from_y = (equation("eq:rotation", f"{k}'", names) for k in "xy")
    image = picture(1, 9, 12, dtype=torch.float64)
    y, x = np.mgrid[:9, :12] - np.array([4, 5.5]).reshape(2, 1, 1)
    for angle in (13.0, 45.0, -70.0, 200.0):
        theta = np.radians(angle)
        known = {"x": x, "y": y, "cos": np.cos(theta), "sin": np.sin(theta)}
        at = [from_y(**known) + 4, from_x(**known) + 5.5]
        oracle = ndimage.map_coordinates(
            image[0].numpy(), at, order=1, mode="grid-constant"
        )
        ours = T.rotate(image, angle, "bilinear")[0]
        agree(TURN, ours, oracle, 1e-12, against=printed_equation(9), atol=1e-14)
    ends = {"x": 0, "y": -1, "cos": 0, "sin": 1}  # the sentence above the listing
    assert (from_x(**ends), from_y(**ends)) == (1, 0)


def test_a_half_turn_makes_a_nine_of_a_six():
    """Of the digits' means: the turned six is nearest to the nine."""
    from sklearn.datasets import load_digits

    digits = load_digits()
    means = [digits.images[digits.target == k].mean(axis=0) for k in range(10)]
    six = T.rotate(torch.tensor(means[6])[None], 180)[0].numpy()
    far = [np.sum((six - mean) ** 2) for mean in means]
    assert np.argmin(far) == 9
    assert far[6] > 2 * far[9]


# --- erasing and mixing ---------------------------------------------------------------


def test_a_rectangle_is_erased_and_no_more():
    erase, image = T.RandomErasing(p=1), picture(3, 20, 30)
    for seed in range(20):
        result, ((top, left, h, w), _) = erase.sample(image, seeded(seed))
        mask = np.zeros((20, 30), dtype=bool)
        mask[top : top + h, left : left + w] = True
        assert (result.numpy()[:, mask] == 0).all()
        assert (result.numpy()[:, ~mask] == image.numpy()[:, ~mask]).all()


def test_how_much_is_erased_on_average():
    """p times the middle of scale, nine percent by default."""
    erase, image, rng = T.RandomErasing(), torch.ones(1, 60, 60), seeded()
    shares = [1 - erase(image, rng).mean().item() for _ in range(3000)]
    error = np.std(shares) / 3000**0.5
    assert np.mean(shares) == pytest.approx(0.5 * 0.175, abs=4 * error + 0.002)
    whole = T.RandomErasing(p=0)
    assert whole(image) is image


@pytest.mark.equation("eq:mixup", "eq:cutmix")
def test_mixtures(agree, equation):
    lam, x = {r"\lambda": "lam"}, picture(4, 3, 6, 8, dtype=torch.float64)
    t = torch.eye(5, dtype=torch.float64)[torch.tensor([0, 3, 3, 1])]
    images, targets = (
        equation(
            "eq:mixup",
            rf"\tilde{{\mathbf {v}}}",
            {rf"\mathbf {v}_a": "a", rf"\mathbf {v}_b": "b"} | lam,
        )
        for v in "xt"
    )
    before = [3, 0, 1, 2]
    for share in (0.0, 0.25, 0.6, 1.0):
        mixed, soft = T.mixup(x, t, share)
        for ours, formula, v in ((mixed, images, x), (soft, targets, t)):
            oracle = formula(a=v.numpy(), b=v.numpy()[before], lam=share)
            agree(ALL, ours, oracle, 1e-13, against=printed_equation(11), atol=1e-16)
    names = {"h": "h", "w": "w", "H": "H", "W": "W"}
    share = equation("eq:cutmix", r"\lambda", names)(h=3, w=5, H=6, W=8)
    mixed, soft = T.cutmix(x, t, (1, 2, 3, 5))
    oracle = targets(a=t.numpy(), b=t.numpy()[before], lam=share)
    agree(ALL, soft, oracle, 1e-13, against=printed_equation(12), atol=1e-16)
    wanted = x.numpy().copy()
    wanted[:, :, 1:4, 2:7] = x.numpy()[before][:, :, 1:4, 2:7]
    agree(ALL, mixed, wanted, 0, against="the box by hand")


def test_mixup_s_loss_is_the_mixture_of_two(agree):
    """Exercise 5."""
    y, t = picture(4, 5, dtype=torch.float64), torch.tensor([0, 3, 3, 1])
    _, soft = T.mixup(
        torch.zeros(4, 1, 1, 1), torch.eye(5, dtype=torch.float64)[t], 0.7
    )
    losses = [cross_entropy(y, k) for k in (t, t.roll(1))]
    against = "torch.nn.functional.cross_entropy"
    agree(
        ALL,
        cross_entropy(y, soft),
        0.7 * losses[0] + 0.3 * losses[1],
        1e-13,
        against=against,
    )


# --- order, and test time -------------------------------------------------------------


@pytest.mark.equation("eq:image-normalize")
def test_statistics_of_the_training_images(agree, equation):
    """Mistake 20: one mean and deviation a channel, the same for all images."""
    names = {"x": "x", r"\mu": "mean", r"\sigma": "std"}
    printed = equation("eq:image-normalize", "y", names)
    normalize = program("normalize")["normalize"]
    mean, std = (v.view(3, 1, 1).numpy() for v in (normalize.mean, normalize.std))
    for x in (picture(3, 4, 5), picture(3, 9, 2, seed=1) / 2):
        oracle = printed(x=x.numpy(), mean=mean, std=std)
        bound = {"against": printed_equation(13), "atol": 1e-7}
        agree(ALL, normalize(x), oracle, 1e-6, **bound)
    [image] = program("normalize")["training"]
    image = image.double().numpy()
    agree(ALL, normalize.mean, image.mean((1, 2)), 1e-3, against="numpy.mean")
    agree(ALL, normalize.std, image.std((1, 2)), 1e-3, against="numpy.std")


def test_the_wrong_order_and_whole_numbers_are_refused():
    made = program("normalize")
    with pytest.raises(ValueError, match=r"pixels must be in \[0, 1\]"):
        T.Compose([made["normalize"], T.ColorJitter(0.4)])(made["training"][0])
    with pytest.raises(TypeError, match=r"float tensor, got torch\.uint8"):
        made["train"](made["photo"])
    with pytest.raises(ValueError, match="larger than the image"):
        T.CenterCrop(300)(picture(3, 256, 200))


def test_the_shorter_side_and_the_middle(agree):
    made = program("test-time")
    assert made["small"].shape == (3, 256, 383)  # 256 * 640 / 427 = 383.7
    top, left = (256 - 224) // 2, 80  # (383 - 224) / 2 = 79.5, to the even number
    oracle = made["small"][:, top : top + 224, left : left + 224]
    agree(CENTRE, made["one"], oracle, 0, against="rows and columns counted")
    assert [*made["ten"].shape] == [10, 3, 224, 224]
    agree(MANY, made["ten"][:5], made["five"], 0, against="five crops")
    mirrored = made["small"].flip(-1)[:, :224, :224]
    agree(MANY, made["ten"][5], mirrored, 0, against="rows and columns counted")


@pytest.mark.equation("eq:zoom")
def test_objects_are_smaller_at_test_time(agree, equation):
    printed = equation("eq:zoom", r"\rho", {"a": "a", "b": "b", "S": "S", "w": "w"})
    zoom = program("zoom")["zoom"]
    for a, b, S, w in ((0.08, 1, 256, 224), (0.2, 0.7, 100, 90), (0, 1, 1, 2)):
        oracle = printed(a=a, b=b, S=S, w=w)
        ours = zoom((a, b), size=w, shorter=S)
        agree(CENTRE, ours, oracle, 1e-14, against=printed_equation(14))
        s = np.linspace(a, b, 200_001)
        mean = np.trapezoid(np.sqrt(s), s) / (b - a)
        agree(CENTRE, ours, mean * S / w, 1e-6, against="numpy.trapezoid")
    crop, image, rng = (
        T.RandomResizedCrop(224, ratio=(1, 1)),
        torch.ones(1, 500, 500),
        seeded(),
    )
    widths = np.array([crop.draw(image, rng)[3] for _ in range(2000)])
    ratio = widths / 500 * 256 / 224  # of an object's sizes at test and in training
    assert ratio.mean() == pytest.approx(zoom((0.08, 1), 224, 256), abs=0.02)


@pytest.mark.equation("eq:crop-mean")
def test_probabilities_are_averaged(agree, equation):
    """As the study and the example do; one crop alone is itself."""
    printed = equation("eq:crop-mean", r"\bar p", {"M": "M", "p_m": "p[m]"})
    made = program("average")
    oracle = printed(M=3, p=made["p"][:, 0].numpy())
    agree(MANY, made["mean_p"][0], oracle, 1e-6, against=printed_equation(15))
    assert printed(M=1, p=np.array([0.3])) == 0.3
    assert made["mean_p"].argmax() == 0
    assert made["of_mean"].argmax() == 1  # one sure crop outweighs two


@pytest.mark.equation("eq:crop-loss", by="random probabilities of all sizes")
def test_the_mean_s_loss_is_at_most_the_mean_loss():
    p = np.random.default_rng(0).uniform(0, 1, (1000, 7)) ** 4
    mean_loss = -np.log(p).mean(axis=1)
    assert (-np.log(p.mean(axis=1)) <= mean_loss).all()
    assert (-np.log(p.mean(axis=1)) > -np.log(p[:, 0])).any()  # the first may be better
    same = np.full(5, 0.3)
    assert -np.log(same.mean()) == pytest.approx(-np.log(same).mean(), abs=1e-15)


# --- the study ------------------------------------------------------------------------


def test_shifts_are_those_of_a_padded_image(agree):
    shift = program("gains")["Shift"]()
    image, rng = picture(1, 8, 8), seeded()
    padded = np.pad(image[0].numpy(), 1)
    for i, j in product(range(3), repeat=2):
        oracle = padded[i : i + 8, j : j + 8]
        agree(ALL, shift.apply(image, (i, j))[0], oracle, 0, against="numpy.pad")
    drawn = {tuple(shift.draw(image, rng)) for _ in range(200)}
    assert drawn == {*product(range(3), repeat=2)}


def test_five_crops_of_the_study(agree):
    x = picture(4, 1, 8, 8)
    found = program("gains")["five_crops"](x)
    assert found.shape == (5, 4, 64)
    padded = np.pad(x[:, 0].numpy(), ((0, 0), (1, 1), (1, 1)))
    for view, (i, j) in zip(
        found, [(0, 0), (0, 2), (2, 0), (2, 2), (1, 1)], strict=True
    ):
        oracle = padded[:, i : i + 8, j : j + 8].reshape(4, 64)
        agree(MANY, view, oracle, 0, against="numpy.pad")


def test_networks_of_the_study_see_their_own_images_and_learn():
    """Small: a kind's networks read what they were trained on, and ties hold."""
    made = program("gains")
    small = {"SEEDS": 2, "STEPS": 150, "POOL": 60, "COPIES": 2}
    kept = {name: made[name] for name in small}
    made.update(small)
    try:
        kinds = [made["changed"](made["x"][:60], kind, 0) for kind in made["KINDS"]]
        copies = torch.stack([torch.stack([k, k]) for k in kinds])
        network = made["train"](copies, 60)
        assert [p.shape[0] for p in network] == [2 * len(kinds)] * 4
        p = made["logits"](network, made["x"][:60].flatten(1)).argmax(2)
        right = (p == made["t"][:60]).float().mean(1)
        assert (right[:2] == 1).all()  # none: learned by heart
        assert (right[2:] > 0.4).all()
    finally:
        made.update(kept)


def test_no_kind_is_slower_than_one_and_a_half_times_torchvision():
    """What the page shows of the record."""
    rows = json.loads((ROOT / "bench/results/transforms.json").read_text("utf-8"))[
        "rows"
    ]
    assert len(rows) == 14
    for row in rows:
        assert row["ratio"] == pytest.approx(
            row["ms"]["ours"] / row["ms"]["torchvision"]
        )
        assert row["ratio"] < 1.5


def test_alexnet_s_crops():
    """Exercise 1."""
    places = {(i, j) for i in range(257 - 224) for j in range(257 - 224)}
    assert (2 * len(places), 2 * 32**2) == (2178, 2048)


# --- the notes ------------------------------------------------------------------------


def test_a_test_image_that_is_resized_to_the_input_has_nothing_to_crop():
    """Note C: resize to the input's size, then crop."""
    photo = picture(3, 427, 640)
    squeezed = T.Resize((224, 224))(photo)
    assert torch.equal(T.CenterCrop(224)(squeezed), squeezed)
    kept = T.Resize(256)(photo).shape
    assert kept[2] / kept[1] == pytest.approx(640 / 427, rel=0.01)


def test_copies_are_made_of_their_originals():
    """Note A: the copies of a half flip span no more than originals and mirrors do."""
    x, flip, rng = picture(5, 1, 6, 6), T.RandomHorizontalFlip(), seeded()
    copies = torch.stack([flip(image, rng) for image in x for _ in range(20)])
    assert len(copies) == 100
    assert torch.linalg.matrix_rank(copies.flatten(1)).item() <= 10
