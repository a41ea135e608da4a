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
