import itertools

import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Conv2d, conv_output_size, receptive_field_size


def sizes(at_most):
    return itertools.product(range(1, 9), *[range(1, at_most + 1)] * 2)


def test_windows_counted_by_torch():
    """For every size, kernel and stride up to five, every padding and dilation."""
    for n, k, s in sizes(5):
        for p, d in itertools.product(range(6), (1, 2)):
            layer = torch.nn.Conv1d(1, 1, k, s, p, d, device="meta")
            try:
                count = layer(torch.empty(1, 1, n, device="meta")).shape[-1]
            except RuntimeError:
                with pytest.raises(
                    ValueError, match=rf"into {n + 2 * p}, {n} with {p}"
                ):
                    conv_output_size(n, k, s, p, d)
            else:
                assert conv_output_size(n, k, s, p, d) == count


def test_last_windows_that_hang_over():
    for n, k, s in sizes(4):
        for p in range(k // 2 + 1):
            pool = torch.nn.MaxPool1d(k, s, p, ceil_mode=True)
            try:
                count = pool(torch.zeros(1, 1, n)).shape[-1]
            except RuntimeError:
                with pytest.raises(ValueError, match="does not fit"):
                    conv_output_size(n, k, s, p, ceil_mode=True)
            else:
                assert conv_output_size(n, k, s, p, ceil_mode=True) == count


@pytest.mark.parametrize(
    "layers",
    [[(3, 1)], [(3, 1), (3, 1)], [(3, 2), (2, 2), (3, 1)], [(3, 1, 2), (2, 3), (3, 1)]],
)
def test_receptive_field_is_the_support_of_the_jacobian(layers):
    size = 40
    x = np.random.default_rng(0).normal(size=(1, 1, size, 1))
    stack = [Conv2d(1, 1, (k, 1), (s, 1), 0, (*d, 1)[:1] * 2) for k, s, *d in layers]
    for layer in stack:
        layer.weight[...] = np.abs(layer.weight)  # nothing cancels
        x = layer.forward(x)
    dy = np.zeros(x.shape)
    dy[0, 0, 1] = 1
    for layer in reversed(stack):
        dy = layer.backward(dy)
    seen = np.flatnonzero(dy)
    assert receptive_field_size(layers) == seen[-1] - seen[0] + 1


def test_two_small_layers_see_as_much_as_a_large_one():
    assert receptive_field_size([(3, 1), (3, 1)]) == receptive_field_size([(5, 1)]) == 5
    assert receptive_field_size([]) == 1


@pytest.mark.parametrize(
    "given", [{"kernel_size": 0}, {"stride": 0}, {"padding": -1}, {"dilation": 0}]
)
def test_sizes_that_are_none(given):
    ((name, value),) = given.items()
    with pytest.raises(ValueError, match=f"no windows with .*{name} {value}"):
        conv_output_size(5, **{"kernel_size": 2} | given)
    with pytest.raises(ValueError, match=r"no layer: \(3, 0\)"):
        receptive_field_size([(3, 1), (3, 0)])
