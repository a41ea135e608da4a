"""Back through a batch normalization."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import normalize, normalize_backward


def batch_norm_backward(dy, x, gamma, eps):
    x_hat, scale, _, _ = normalize(x, 0, eps)
    dx = normalize_backward(dy * gamma, x_hat, scale, 0)
    return dx, (dy * x_hat).sum(axis=0), dy.sum(axis=0)


def statistics_are_constants(dy, x, gamma, eps):
    x_hat, scale, _, _ = normalize(x, 0, eps)
    return dy * gamma * scale[0], (dy * x_hat).sum(axis=0), dy.sum(axis=0)


def without_the_variance(dy, x, gamma, eps):
    x_hat, scale, _, _ = normalize(x, 0, eps)
    g = dy * gamma
    dx = scale[0] * (g - g.mean(axis=0))
    return dx, (dy * x_hat).sum(axis=0), dy.sum(axis=0)


def without_the_mean(dy, x, gamma, eps):
    x_hat, scale, _, _ = normalize(x, 0, eps)
    g = dy * gamma
    dx = scale[0] * (g - x_hat * (g * x_hat).mean(axis=0))
    return dx, (dy * x_hat).sum(axis=0), dy.sum(axis=0)


def without_gamma(dy, x, gamma, eps):
    _, dgamma, dbeta = batch_norm_backward(dy, x, gamma, eps)
    return batch_norm_backward(dy, x, np.ones_like(gamma), eps)[0], dgamma, dbeta


def gamma_from_x(dy, x, gamma, eps):
    dx, _, dbeta = batch_norm_backward(dy, x, gamma, eps)
    return dx, (dy * x).sum(axis=0), dbeta


def mean_gradients(dy, x, gamma, eps):
    dx, dgamma, dbeta = batch_norm_backward(dy, x, gamma, eps)
    return dx, dgamma / len(x), dbeta / len(x)


def inputs(rng):
    yield {
        "dy": np.array([[1.0], [0.0], [0.0]]),
        "x": np.array([[1.0], [2.0], [6.0]]),
        "gamma": np.array([2.0]),
        "eps": 1e-5,
    }
    for N, C in (4, 3), (3, 3), (2, 5):
        yield {
            "dy": rng.normal(size=(N, C)),
            "x": 1 + rng.normal(size=(N, C)),
            "gamma": rng.normal(size=C),
            "eps": 0.1,
        }


EXERCISE = Exercise(
    page="generalization/normalization",
    equation="eq:norm-backward",
    number="32.8",
    right=batch_norm_backward,
    inputs=inputs,
    mistakes=(
        Mistake(
            statistics_are_constants,
            "把均值和方差当成了常数：它们也由 x 算出，各有一条路往回走。",
            "mean and variance are taken for constants. They are computed from x, "
            "and a path leads back through each.",
        ),
        Mistake(
            without_the_variance,
            "缺经过方差的那条路：还要减去 x̂ · mean(g x̂)。",
            "the path through the variance is missing: subtract x̂ · mean(g x̂), too.",
        ),
        Mistake(
            without_the_mean,
            "缺经过均值的那条路：还要减去 mean(g)。",
            "the path through the mean is missing: subtract mean(g), too.",
        ),
        Mistake(
            without_gamma,
            "dx 里缺 γ：先把 dy 乘以 γ，得到对 x̂ 的梯度。",
            "dx lacks γ: first multiply dy by it, for the gradient with respect to x̂.",
        ),
        Mistake(
            gamma_from_x,
            "dγ 用了 x：γ 乘的是 x̂，所以是 Σ dy · x̂。",
            "dγ is taken from x. γ multiplies x̂, so it is the sum of dy · x̂.",
        ),
        Mistake(
            mean_gradients,
            "dγ、dβ 取了平均：每个样本都用同一个 γ，各项相加。",
            "dγ and dβ are means. Every sample uses the same γ: add up.",
        ),
    ),
    zh="训练时的批归一化 y = γ x̂ + β 的反向。dy、x (N, C)，gamma (C,)，eps 在根号里，"
    "方差除以 N。返回 (dx, dgamma, dbeta)，形状为 (N, C)、(C,)、(C,)。",
    en="back through batch normalization in training, y = γ x̂ + β. dy and x (N, C), "
    "gamma (C,), eps inside the root, the variance divides by N. Returns "
    "(dx, dgamma, dbeta) of shapes (N, C), (C,), (C,).",
)
