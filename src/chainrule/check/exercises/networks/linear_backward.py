"""Back through a linear layer."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import Linear


def linear_backward(dy, x, weight):
    layer = Linear.of(weight, np.zeros(len(weight)))
    layer.forward(x)
    dx = layer.backward(dy)
    return dx, layer.grad_weight, layer.grad_bias


def weight_transposed(dy, x, weight):
    return dy @ weight, x.T @ dy, dy.sum(axis=0)


def back_with_the_transpose(dy, x, weight):
    return dy @ weight.T, dy.T @ x, dy.sum(axis=0)


def mean_bias(dy, x, weight):
    return dy @ weight, dy.T @ x, dy.mean(axis=0)


def all_means(dy, x, weight):
    return dy @ weight, dy.T @ x / len(x), dy.mean(axis=0)


def bias_over_the_neurons(dy, x, weight):
    return dy @ weight, dy.T @ x, dy.sum(axis=1)


def inputs(rng):
    yield {
        "dy": np.array([[1.0, 0.0], [1.0, 2.0]]),
        "x": np.array([[1.0, 2.0], [3.0, 4.0]]),
        "weight": np.array([[0.0, 1.0], [1.0, 1.0]]),
    }
    for N, inside, outside in (5, 3, 2), (1, 2, 4), (4, 4, 4), (3, 1, 1):
        yield {
            "dy": rng.normal(size=(N, outside)),
            "x": rng.normal(size=(N, inside)),
            "weight": rng.normal(size=(outside, inside)),
        }


EXERCISE = Exercise(
    page="networks/modular-layers",
    equation="eq:linear-matrices",
    number="15.4",
    right=linear_backward,
    inputs=inputs,
    mistakes=(
        Mistake(
            weight_transposed,
            "dW 转置了：梯度与参数同形状，(n_out, n_in)，所以是 dyᵀ x。",
            "dW is transposed. A gradient has its parameter's shape, "
            "(n_out, n_in): dyᵀ x.",
        ),
        Mistake(
            back_with_the_transpose,
            "dx 用了 Wᵀ：前向乘 Wᵀ，往回就乘 W。",
            "dx takes Wᵀ. Forward multiplies by Wᵀ, so the way back multiplies by W.",
        ),
        Mistake(
            mean_bias,
            "偏置的梯度取了平均：同一个偏置进了每个样本，各项相加。1/N 已在损失里。",
            "the bias has the mean. It enters every sample, so its gradients add up; "
            "1/N is in the loss already.",
        ),
        Mistake(
            all_means,
            "又除了一次 N：1/N 属于损失，已经在 dy 里，层只求和。",
            "divided by N once more. That factor belongs to the loss and is in dy; "
            "a layer only adds up.",
        ),
        Mistake(
            bias_over_the_neurons,
            "偏置的梯度沿神经元求了和：要沿样本（第 0 轴）求和，结果是 (n_out,)。",
            "the bias adds over the neurons. Add over the samples, axis 0, "
            "to get (n_out,).",
        ),
    ),
    zh="反向经过 y = x Wᵀ + b。dy (N, n_out) 是损失对 y 的梯度，x (N, n_in)，"
    "weight (n_out, n_in)；返回三个梯度 dx、dW、db，形状与 x、W、b 相同。",
    en="back through y = x Wᵀ + b. dy (N, n_out) is the gradient with respect to y, "
    "x (N, n_in), weight (n_out, n_in); returns the three gradients dx, dW and db "
    "in the shapes of x, W and b.",
)
