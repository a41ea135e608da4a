"""A network of ReLUs, forward, for a batch."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def mlp_forward(x, weights, biases):
    y = x
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True), 1):
        y = y @ W.T + b
        if layer < len(weights):
            y = np.maximum(0, y)
    return y


def relu_at_the_end(x, weights, biases):
    for W, b in zip(weights, biases, strict=True):
        x = np.maximum(0, x @ W.T + b)
    return x


def no_relu(x, weights, biases):
    for W, b in zip(weights, biases, strict=True):
        x = x @ W.T + b
    return x


def not_transposed(x, weights, biases):
    y = x
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True), 1):
        y = y @ W + b
        if layer < len(weights):
            y = np.maximum(0, y)
    return y


def bias_after_relu(x, weights, biases):
    y = x
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True), 1):
        y = y @ W.T
        y = (np.maximum(0, y) if layer < len(weights) else y) + b
    return y


def inputs(rng):
    yield {
        "x": np.array([[1.0, 2.0]]),
        "weights": [np.array([[1.0, -1.0], [0.0, 2.0]]), np.array([[1.0, -2.0]])],
        "biases": [np.array([0.5, -1.0]), np.array([1.0])],
    }
    for samples, sizes in (
        (3, (2, 2, 2)),
        (4, (3, 5, 2)),
        (1, (2, 4, 3, 2)),
        (2, (3, 1)),
    ):
        shapes = list(zip(sizes[1:], sizes, strict=False))
        yield {
            "x": rng.normal(size=(samples, sizes[0])),
            "weights": [rng.normal(size=shape) for shape in shapes],
            "biases": [rng.normal(size=shape[0]) for shape in shapes],
        }


EXERCISE = Exercise(
    page="networks/multilayer-perceptron",
    equation="eq:mlp-batch",
    number="12.4",
    right=mlp_forward,
    inputs=inputs,
    mistakes=(
        Mistake(
            relu_at_the_end,
            "最后一层也用了 ReLU：输出就不可能为负。输出层按任务另选，这里是恒等。",
            "the last layer has a ReLU too, so no output can be negative. "
            "The output layer has none here.",
        ),
        Mistake(
            no_relu,
            "隐藏层没有激活函数：几层叠起来仍只是一个线性层。",
            "the hidden layers have no activation: together they are one linear layer.",
        ),
        Mistake(
            not_transposed,
            "W 没有转置：每行是一个神经元，样本也在行里，所以是 x @ W.T。",
            "W is not transposed. Its rows are neurons, the rows of x samples: x @ "
            "W.T.",
        ),
        Mistake(
            bias_after_relu,
            "偏置加在了 ReLU 之后：它属于净输入，决定折点在哪里。",
            "the bias is added after the ReLU. It belongs to the net input "
            "and places the bend.",
        ),
    ),
    zh="ReLU 网络的输出。x (N, n0)；weights 和 biases 是列表，第 l 项为 (n_l, "
    "n_{l-1}) 和 (n_l,)，W 的行是神经元。隐藏层用 ReLU，最后一层不用激活函数；返回 "
    "(N, n_L)。",
    en="the output of a network of ReLUs. x (N, n0); weights and biases are lists "
    "whose l-th entries are (n_l, n_{l-1}) and (n_l,), rows of W are neurons. "
    "Hidden layers have a ReLU, the last layer has no activation; returns (N, n_L).",
)
