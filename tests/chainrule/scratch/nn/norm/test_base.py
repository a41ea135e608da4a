import numpy as np
import pytest

from chainrule.scratch import nn

MADE = {
    "BatchNorm1d": (lambda **k: nn.BatchNorm1d(4, **k), (3, 4)),
    "BatchNorm2d": (lambda **k: nn.BatchNorm2d(4, **k), (3, 4, 2, 2)),
    "GroupNorm": (lambda **k: nn.GroupNorm(2, 4, **k), (3, 4, 2)),
    "InstanceNorm2d": (lambda **k: nn.InstanceNorm2d(4, **k), (3, 4, 2, 2)),
}


@pytest.mark.parametrize("name", MADE)
def test_with_and_without_affine_and_bias(name):
    make, shape = MADE[name]
    x = np.random.default_rng(0).normal(size=shape)
    bare, weighed, full = (
        make(**k) for k in ({"affine": False}, {"affine": True, "bias": False}, {})
    )
    assert bare.parameters() == []
    assert [p.shape for p in weighed.params] == [(4,)]
    if name != "InstanceNorm2d":
        assert [p.tolist() for p in full.params] == [[1] * 4, [0] * 4]
    weighed.weight[...] = 2
    np.testing.assert_array_equal(2 * bare.forward(x), weighed.forward(x))


@pytest.mark.parametrize("name", MADE)
def test_images_of_another_kind_are_refused(name):
    make, shape = MADE[name]
    for wrong in ((3, 5, *shape[2:]), (4,)):
        with pytest.raises(ValueError, match=r"x must be \(N, 4, …\), .*, got \("):
            make().forward(np.ones(wrong))


def test_a_dtype_stays():
    x = np.ones((3, 4, 2, 2), np.float32)
    x[0] = 2
    x[:, 0, 0] = 3
    for make, shape in MADE.values():
        layer = make(dtype=np.float32)
        y = layer.forward(x.reshape(3, 4, -1)[..., 0] if len(shape) == 2 else x)
        assert y.dtype == layer.backward(y).dtype == np.float32


@pytest.mark.parametrize(
    "make",
    [
        lambda: nn.LayerNorm(0),
        lambda: nn.LayerNorm(()),
        lambda: nn.RMSNorm((3, 0)),
        lambda: nn.BatchNorm1d(0),
        lambda: nn.InstanceNorm2d(-1),
        lambda: nn.GroupNorm(1, 0),
    ],
)
def test_no_features_are_refused(make):
    with pytest.raises(ValueError, match="a normalization of no features: "):
        make()


@pytest.mark.parametrize("name", ["LayerNorm", "RMSNorm", "BatchNorm2d"])
def test_a_negative_eps_is_refused(name):
    with pytest.raises(ValueError, match="eps must not be negative, got -1"):
        getattr(nn, name)(3, eps=-1)


@pytest.mark.parametrize("name", ["LayerNorm", "RMSNorm"])
def test_a_shape_may_be_a_list_or_numpys_number(name):
    x = np.random.default_rng(0).normal(size=(2, 3))
    made = [getattr(nn, name)(shape) for shape in (3, [3], (3,), np.int64(3))]
    results = [layer.forward(x).tolist() for layer in made]
    assert results == [results[0]] * 4
