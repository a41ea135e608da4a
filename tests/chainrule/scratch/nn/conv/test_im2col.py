import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.scratch.nn import col2im, im2col

sizes = st.tuples(st.integers(1, 3), st.integers(1, 3))


@given(
    st.tuples(st.integers(1, 3), st.integers(1, 3)),
    st.tuples(st.integers(5, 9), st.integers(5, 8)),
    sizes,
    sizes,
    st.tuples(st.integers(1, 2), st.integers(1, 2)),
)
def test_unfold_and_fold(outer, size, kernel_size, stride, dilation):
    x = np.random.default_rng(0).normal(size=(*outer, *size))
    keywords = {"dilation": dilation, "stride": stride}
    columns = im2col(x, kernel_size, stride, dilation)
    oracle = torch.nn.functional.unfold(torch.tensor(x), kernel_size, **keywords)
    assert np.array_equal(columns, oracle)
    back = col2im(columns, x.shape, kernel_size, stride, dilation)
    folded = torch.nn.functional.fold(oracle, size, kernel_size, **keywords)
    np.testing.assert_allclose(back, folded, rtol=1e-14)


def test_refuses():
    with pytest.raises(ValueError, match=r"x must be \(N, C, H, W\), got \(3, 3\)"):
        im2col(np.ones((3, 3)), (2, 2))
    with pytest.raises(ValueError, match="larger than input"):
        im2col(np.ones((1, 1, 2, 5)), (3, 3))


def test_one_is_the_others_transpose():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(2, 3, 6, 5))
    columns = im2col(x, (2, 3), (2, 1))
    y = rng.normal(size=columns.shape)
    both = (y * columns).sum(), (x * col2im(y, x.shape, (2, 3), (2, 1))).sum()
    assert both[0] == pytest.approx(both[1], rel=1e-13)
