import pytest
import torch
from helpers.images import picture, seeded
from scipy import stats

from chainrule.data.transforms import CutMix, MixUp
from chainrule.data.transforms.mixing.base import beta

both = pytest.mark.parametrize("cls", [MixUp, CutMix])
X = picture(3, 2, 4, 5)


@pytest.mark.parametrize("alpha", [0.2, 1.0, 3.0])
def test_beta_by_its_law(alpha):
    rng = seeded()
    drawn = [beta(alpha, rng) for _ in range(2000)]
    assert stats.kstest(drawn, stats.beta(alpha, alpha).cdf).pvalue > 0.01


@both
def test_classes_become_rows(cls):
    x, t = cls(num_classes=4)(X, torch.tensor([0, 2, 3]), seeded())
    assert x.shape == X.shape
    assert t.shape == (3, 4)
    assert t.sum(1).tolist() == pytest.approx([1, 1, 1])
    rows = torch.eye(4)[[0, 2, 3]]
    for given in (rows, rows.double(), rows.long()):
        for K in (None, 4):
            same = cls(num_classes=K)(X, given, seeded())
            assert torch.equal(same[1], t)
            assert torch.equal(same[0], x)
            assert same[1].dtype == X.dtype


@both
@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16])
def test_the_targets_have_the_type_of_the_images(cls, dtype):
    x, t = cls(num_classes=4)(X.to(dtype), torch.tensor([0, 2, 3]), seeded())
    assert x.dtype == t.dtype == dtype


@both
def test_replays_and_changes_nothing_given(cls):
    mix, t = cls(0.7, 4), torch.tensor([0, 2, 3])
    numbers = mix.draw(X, seeded(1))
    for found, again in zip(
        mix(X, t, seeded(1)), mix.apply(X, t, numbers), strict=True
    ):
        assert torch.equal(found, again)
    assert torch.equal(X, picture(3, 2, 4, 5))
    assert t.tolist() == [0, 2, 3]


@both
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"alpha": 0}, "alpha must be positive, got 0"),
        ({"alpha": -1.0}, "alpha must be positive, got -1.0"),
        ({"alpha": float("nan")}, "alpha must be positive, got nan"),
        ({"num_classes": 0}, "num_classes must be 1 or more, got 0"),
        ({"num_classes": 2.5}, "num_classes must be 1 or more, got 2.5"),
    ],
)
def test_arguments(cls, given, said):
    with pytest.raises(ValueError, match=f"^{cls.__name__}: {said}$"):
        cls(**given)


@both
@pytest.mark.parametrize(
    ("x", "t", "kind", "said"),
    [
        (X[0], [0, 1], ValueError, r"\(N, C, H, W\), got \(2, 4, 5\)"),
        (X.long(), [0, 1, 1], TypeError, r"float tensor, got torch\.int64"),
        (X.numpy(), [0, 1, 1], TypeError, "got ndarray"),
        (X, [0, 1], ValueError, "3 images, but 2 targets"),
        (X, [[[0]], [[0]], [[0]]], ValueError, r"\(N, K\), got \(3, 1, 1\)"),
        (X, [0, 1, 4], ValueError, "classes from 0 to 4 for num_classes=4"),
        (X, [0, -1, 2], ValueError, "classes from -1 to 2 for num_classes=4"),
        (X, [0.0, 1.0, 2.0], ValueError, r"integers.* got torch\.float32"),
        (X, [True, False, True], ValueError, r"integers.* got torch\.bool"),
        (X, [[0.5, 0.5]] * 3, ValueError, "rows of 2 for num_classes=4"),
    ],
)
def test_batches(cls, x, t, kind, said):
    with pytest.raises(kind, match=said) as error:
        cls(num_classes=4)(x, torch.tensor(t))
    assert str(error.value).startswith(f"{cls.__name__}: ")


@both
def test_other_targets(cls):
    with pytest.raises(ValueError, match="num_classes=None"):
        cls()(X, torch.tensor([0, 1, 1]))
    with pytest.raises(ValueError, match=r"\(N, K\), got \[0, 1, 1\]"):
        cls()(X, [0, 1, 1])
