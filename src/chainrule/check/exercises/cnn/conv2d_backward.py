"""Back through a convolution of stride 1 without padding."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def _windows(x, shape):
    return np.lib.stride_tricks.sliding_window_view(x, shape, (2, 3))


def _weight(dy, x):
    return np.einsum("noij,ncabij->ocab", dy, _windows(x, dy.shape[2:]))


def _input(dy, weight, flip=True):
    h, w = weight.shape[2:]
    dy = np.pad(dy, [(0, 0), (0, 0), (h - 1, h - 1), (w - 1, w - 1)])
    weight = weight[:, :, ::-1, ::-1] if flip else weight
    return np.einsum("noijab,ocab->ncij", _windows(dy, (h, w)), weight)


def conv2d_backward(dy, x, weight):
    return _input(dy, weight), _weight(dy, x), dy.sum(axis=(0, 2, 3))


def not_flipped(dy, x, weight):
    return _input(dy, weight, False), _weight(dy, x), dy.sum(axis=(0, 2, 3))


def weight_flipped(dy, x, weight):
    dx, dweight, dbias = conv2d_backward(dy, x, weight)
    return dx, dweight[:, :, ::-1, ::-1], dbias


def mean_over_samples(dy, x, weight):
    dx, dweight, dbias = conv2d_backward(dy, x, weight)
    return dx, dweight / len(x), dbias / len(x)


def mean_over_places(dy, x, weight):
    dx, dweight, dbias = conv2d_backward(dy, x, weight)
    places = dy.shape[2] * dy.shape[3]
    return dx, dweight / places, dbias / places


def bias_of_each_place(dy, x, weight):
    dx, dweight, _ = conv2d_backward(dy, x, weight)
    return dx, dweight, dy.sum(axis=0)


def inputs(rng):
    yield {
        "dy": np.array([[[[1.0, 2.0]]]]),
        "x": np.array([[[[1.0, 3.0, -1.0]]]]),
        "weight": np.array([[[[2.0, 5.0]]]]),
    }
    for shape, out, kernel in ((2, 3, 5, 4), 2, (3, 2)), ((3, 2, 4, 4), 4, (2, 2)):
        _, C, H, W = shape
        places = H - kernel[0] + 1, W - kernel[1] + 1
        yield {
            "dy": rng.normal(size=(shape[0], out, *places)),
            "x": rng.normal(size=shape),
            "weight": rng.normal(size=(out, C, *kernel)),
        }


EXERCISE = Exercise(
    page="cnn/convolution",
    equation="eq:conv-grad-input",
    number="34.8",
    right=conv2d_backward,
    inputs=inputs,
    mistakes=(
        Mistake(
            not_flipped,
            "dx 的核没有翻转：往回时一个像素由它参加过的各窗口收集，次序相反。",
            "the kernel of dx is not flipped. On the way back a pixel collects from "
            "the windows it was in, in reverse order.",
        ),
        Mistake(
            weight_flipped,
            "权重的梯度翻转了：它是 x 与 dy 的互相关，不翻转。",
            "the gradient of the weights is flipped. It is the cross-correlation "
            "of x with dy.",
        ),
        Mistake(
            mean_over_samples,
            "又除了一次 N：1/N 属于损失，已在 dy 里。",
            "divided by N once more: that factor belongs to the loss and is in dy.",
        ),
        Mistake(
            mean_over_places,
            "对位置取了平均：共享的权重在每个位置都用一次，梯度相加。",
            "averaged over places. A shared weight is used at each of them, "
            "and its gradients add up.",
        ),
        Mistake(
            bias_of_each_place,
            "偏置的梯度还有位置：每个输出通道只有一个偏置，对位置也求和。",
            "the bias has a gradient for each place. A channel has one bias: "
            "add over places, too.",
        ),
    ),
    zh="步幅 1、无填充的互相关的反向。dy (N, O, H', W')，x (N, C, H, W)，weight "
    "(O, C, kh, kw)，H' = H − kh + 1。返回 (dx, dweight, dbias)，形状同 x、weight、"
    "(O,)。",
    en="back through a cross-correlation of stride 1 without padding. "
    "dy (N, O, H', W'), x (N, C, H, W), weight (O, C, kh, kw), H' = H − kh + 1. "
    "Returns (dx, dweight, dbias) in the shapes of x, weight and (O,).",
)
