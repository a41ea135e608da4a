"""Batch normalization in training and in evaluation."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake, cancels


def _with(
    unbiased=(False, True),
    weight="new",
    eps="inside",
    evaluates=True,
    axis=0,
    difference=False,
):
    """What batch_norm does, with one thing changed."""

    def norm(x, gamma, beta, running_mean, running_var, momentum, eps_, training):
        N = x.shape[axis]
        mean, var = running_mean, running_var
        if training or not evaluates:
            mean = x.mean(axis=axis, keepdims=axis == 1)
            var = x.var(axis=axis, keepdims=axis == 1)
            if difference:
                var = (x**2).mean(axis=axis) - mean**2
            larger = var * N / (N - 1)
            a = momentum if weight == "new" else 1 - momentum
            kept = larger if unbiased[1] else var
            new = (1 - a) * running_mean + a * mean, (1 - a) * running_var + a * kept
            var = larger if unbiased[0] else var
        else:
            new = running_mean, running_var
        root = np.sqrt(var + eps_) if eps == "inside" else np.sqrt(var) + eps_
        return gamma * (x - mean) / root + beta, *new

    return norm


batch_norm = _with()


def not_kept(x, gamma, beta, running_mean, running_var, momentum, eps, training):
    given = x, gamma, beta, running_mean, running_var, momentum, eps, training
    return batch_norm(*given)[0], running_mean, running_var


def inputs(rng):
    yield {
        "x": np.array([[2.0], [2.0], [6.0], [6.0]]),
        "gamma": np.array([1.0]),
        "beta": np.array([0.0]),
        "running_mean": np.array([0.0]),
        "running_var": np.array([1.0]),
        "momentum": 0.1,
        "eps": 1e-5,
        "training": True,
    }
    for N, training in (3, True), (2, True), (3, False):
        yield {
            "x": rng.normal(size=(N, 3)),
            "gamma": rng.normal(size=3),
            "beta": rng.normal(size=3),
            "running_mean": rng.normal(size=3),
            "running_var": rng.uniform(0.5, 2, size=3),
            "momentum": 0.3,
            "eps": 0.1,
            "training": training,
        }
    yield {
        "x": 3e8 + np.array([[2.0], [4.0], [-6.0], [0.0]]),
        "gamma": np.array([1.0]),
        "beta": np.array([0.0]),
        "running_mean": np.array([3e8]),
        "running_var": np.array([9.0]),
        "momentum": 0.1,
        "eps": 2.0,  # with it the root is 4, and rounds nothing
        "training": True,
    }


EXERCISE = Exercise(
    page="generalization/normalization",
    equation="eq:running",
    number="32.12",
    right=batch_norm,
    inputs=inputs,
    mistakes=(
        Mistake(
            _with(unbiased=(True, True)),
            "归一化用了无偏方差：批次内归一化除以 B，只有滑动平均里才是无偏的。",
            "the batch is normalized by the unbiased variance. It is the biased one, "
            "divided by B; the unbiased goes into the running average.",
        ),
        Mistake(
            _with(unbiased=(False, False)),
            "滑动平均里放了有偏方差：torch 放的是乘了 B/(B − 1) 的。",
            "the running average gets the biased variance. torch gives it the unbiased "
            "one, B/(B − 1) times as large.",
        ),
        Mistake(
            _with(weight="old"),
            "momentum 用反了：它是新值的份额，旧值占 1 − momentum。",
            "momentum is taken the wrong way: it is the share of the new value.",
        ),
        Mistake(
            _with(eps="outside"),
            "ε 在根号外了：归一化层的 ε 加在方差上。",
            "ε is outside the root. In normalizations it is added to the variance.",
        ),
        Mistake(
            _with(evaluates=False),
            "评估时仍用批次的统计量：要用滑动平均，且不更新它。",
            "evaluation still takes the batch's statistics. It takes the running "
            "averages, and leaves them.",
        ),
        cancels(_with(difference=True)),
        Mistake(
            not_kept,
            "滑动平均没有更新：训练时要返回新的。",
            "the running averages are not updated in training.",
        ),
        Mistake(
            _with(axis=1),
            "统计量沿特征取了，那是层归一化：批归一化沿批次，axis=0。",
            "the statistics run over the features, which is layer normalization. "
            "Take them over the batch, axis=0.",
        ),
    ),
    zh="批归一化。x (N, C)；gamma、beta、running_mean、running_var (C,)；momentum 是新"
    "值的份额，eps 在根号里。training 为真时用批次的统计量（N ≥ 2）并更新滑动平均，"
    "否则用滑动平均且不改。返回 (y, running_mean, running_var)，约定同 torch。",
    en="batch normalization. x (N, C); gamma, beta, running_mean, running_var (C,); "
    "momentum is the share of the new value, eps stands inside the root. In training "
    "with the statistics of the batch (N ≥ 2), and the running averages are renewed; "
    "else with these, which stay. Returns (y, running_mean, running_var), as torch.",
)
