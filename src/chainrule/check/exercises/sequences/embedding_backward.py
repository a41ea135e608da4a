"""The gradient of a table of word vectors."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def embedding_backward(dy, x, num_embeddings):
    gradient = np.zeros((num_embeddings, dy.shape[-1]))
    np.add.at(gradient, x, dy)
    return gradient


def last_one_wins(dy, x, num_embeddings):
    gradient = np.zeros((num_embeddings, dy.shape[-1]))
    gradient[x] = dy
    return gradient


def averaged(dy, x, num_embeddings):
    times = np.bincount(x.ravel(), minlength=num_embeddings)
    return embedding_backward(dy, x, num_embeddings) / np.maximum(1, times)[:, None]


def rows_in_order(dy, x, num_embeddings):
    rows = dy.reshape(-1, dy.shape[-1])
    gradient = np.zeros((num_embeddings, dy.shape[-1]))
    few = min(len(rows), num_embeddings)
    gradient[:few] = rows[:few]
    return gradient


def only_known_rows(dy, x, num_embeddings):
    return embedding_backward(dy, x, int(x.max()) + 1)


def whole_batch_mean(dy, x, num_embeddings):
    return embedding_backward(dy, x, num_embeddings) / x.size


def inputs(rng):
    yield {
        "dy": np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]),
        "x": np.array([2, 0, 2]),
        "num_embeddings": 4,
    }
    yield {
        "dy": rng.normal(size=(3, 4, 2)),
        "x": rng.integers(0, 5, size=(3, 4)),
        "num_embeddings": 7,
    }


EXERCISE = Exercise(
    page="sequences/sequence-data",
    equation="eq:embedding-gradient",
    number="36.4",
    right=embedding_backward,
    inputs=inputs,
    mistakes=(
        Mistake(
            last_one_wins,
            "词出现两次时只剩最后一次：gradient[x] = dy 和 gradient[x] += dy 对重复的"
            "下标都只写一次。用 np.add.at。",
            "of a word that comes twice the last one is left. Both gradient[x] = dy "
            "and gradient[x] += dy write repeated indices once; np.add.at adds them "
            "up.",
        ),
        Mistake(
            averaged,
            "除以了词出现的次数：出现几次就加几次，不取平均。",
            "divided by how often a word comes. Its gradients add up.",
        ),
        Mistake(
            rows_in_order,
            "梯度按位置放了：第 t 个位置的梯度属于第 x[t] 行。",
            "the gradients stand in the order of places. That of place t belongs to "
            "row x[t].",
        ),
        Mistake(
            only_known_rows,
            "形状不对：没有出现的词也有一行，梯度为零。",
            "rows are missing: words that do not come have a row of zeros.",
        ),
        Mistake(
            whole_batch_mean,
            "又除了一次词数：平均属于损失，已在 dy 里。",
            "divided by the number of words once more: the mean belongs to the loss "
            "and is in dy.",
        ),
    ),
    zh="嵌入表 y = E[x] 的梯度：dy (..., d)，x (...) 为整数下标，可重复；返回 "
    "(num_embeddings, d)，没有出现的行为零。",
    en="the gradient of a table, y = E[x]: dy (..., d), x (...) whole numbers that may "
    "repeat; returns (num_embeddings, d), zeros in rows that do not come.",
)
