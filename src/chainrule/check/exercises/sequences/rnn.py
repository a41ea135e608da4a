"""A recurrent network over a sequence."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def rnn(x, h, W_x, W_h, b):
    states = []
    for x_t in x.swapaxes(0, 1):
        h = np.tanh(x_t @ W_x.T + h @ W_h.T + b)
        states.append(h)
    return np.stack(states, axis=1)


def start_forgotten(x, h, W_x, W_h, b):
    return rnn(x, np.zeros_like(h), W_x, W_h, b)


def state_not_carried(x, h, W_x, W_h, b):
    return np.tanh(x @ W_x.T + (h @ W_h.T)[:, None] + b)


def not_transposed(x, h, W_x, W_h, b):
    return rnn(x, h, W_x, W_h.T, b)


def last_alone(x, h, W_x, W_h, b):
    return rnn(x, h, W_x, W_h, b)[:, -1]


def start_included(x, h, W_x, W_h, b):
    return np.concatenate([h[:, None], rnn(x, h, W_x, W_h, b)[:, :-1]], axis=1)


def along_the_batch(x, h, W_x, W_h, b):
    return rnn(x.swapaxes(0, 1), h, W_x, W_h, b).swapaxes(0, 1)


def no_tanh_for_the_state(x, h, W_x, W_h, b):
    states = []
    for x_t in x.swapaxes(0, 1):
        h = x_t @ W_x.T + h @ W_h.T + b
        states.append(np.tanh(h))
    return np.stack(states, axis=1)


def inputs(rng):
    yield {
        "x": np.array([[[1.0], [0.0], [0.0]]]),
        "h": np.array([[0.0]]),
        "W_x": np.array([[1.0]]),
        "W_h": np.array([[0.5]]),
        "b": np.array([0.0]),
    }
    for N, T, d, n in (2, 4, 3, 5), (3, 3, 2, 2), (1, 1, 2, 3):
        yield {
            "x": rng.normal(size=(N, T, d)),
            "h": rng.normal(size=(N, n)),
            "W_x": rng.normal(size=(n, d)),
            "W_h": rng.normal(size=(n, n)),
            "b": rng.normal(size=n),
        }


EXERCISE = Exercise(
    page="sequences/attention-variants",
    equation="eq:rnn",
    number="38.10",
    right=rnn,
    inputs=inputs,
    mistakes=(
        Mistake(
            start_forgotten,
            "没有用初始状态 h：第一步读的是它，不是零。",
            "the first state h is not used: the first step reads it, not zeros.",
        ),
        Mistake(
            state_not_carried,
            "每一步都用了初始状态：h_t 要读 h_{t−1}。",
            "every step reads the first state. h_t reads h_{t−1}.",
        ),
        Mistake(
            not_transposed,
            "W_h 没有转置：状态在行里，所以是 h @ W_h.T。方阵不会报错。",
            "W_h is not transposed. States are rows: h @ W_h.T. "
            "A square matrix raises no error.",
        ),
        Mistake(
            last_alone,
            "只返回了最后一个状态：要的是全部 h_1, …, h_T。",
            "the last state alone is returned. All h_1, …, h_T are asked for.",
        ),
        Mistake(
            start_included,
            "差了一步：返回的第一个应是 h_1，不是初始状态。",
            "one step off: the first to return is h_1, not the state before it.",
        ),
        Mistake(
            along_the_batch,
            "沿批次递推了：时间是第 1 轴。",
            "the recursion runs along the batch. Time is axis 1.",
        ),
        Mistake(
            no_tanh_for_the_state,
            "传下去的状态没有经过 tanh：下一步读的是 h_t 本身。",
            "the state that is handed on has not gone through tanh. "
            "The next step reads h_t itself.",
        ),
    ),
    zh="循环神经网络：x (N, T, d)，初始状态 h (N, n)，W_x (n, d)，W_h (n, n)，b (n,)；"
    "返回所有状态 h_1 … h_T，(N, T, n)。",
    en="a recurrent network: x (N, T, d), the first state h (N, n), W_x (n, d), "
    "W_h (n, n), b (n,); returns all states h_1 … h_T, (N, T, n).",
)
