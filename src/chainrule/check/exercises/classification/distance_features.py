"""Distances to some points, as features."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.preprocessing.distance_features import distance_features


def squared(X, points):
    return distance_features(X, points) ** 2


def city_blocks(X, points):
    return np.abs(X[:, None] - points).sum(axis=-1)


def over_the_points(X, points):
    return np.sqrt(((X[:, None] - points) ** 2).sum(axis=1))


def expanded(X, points):
    squares = (X**2).sum(axis=1)[:, None] + (points**2).sum(axis=1)
    return np.sqrt(np.maximum(0, squares - 2 * X @ points.T))


def transposed(X, points):
    return distance_features(points, X)


def inputs(rng):
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    yield {"X": corners, "points": np.array([[0.0, 0.0], [1.0, 1.0]])}
    yield {"X": rng.normal(size=(5, 3)), "points": rng.normal(size=(2, 3))}
    yield {"X": rng.normal(size=(3, 2)), "points": rng.normal(size=(4, 2))}
    yield {"X": rng.normal(size=(1, 3)), "points": rng.normal(size=(1, 3))}
    yield {"X": 1e8 + np.array([[0.0, 3.0]]), "points": 1e8 + np.array([[4.0, 0.0]])}


def search(strategies, arrays):
    numbers = strategies.floats(-1e3, 1e3)
    return strategies.tuples(
        arrays.arrays(float, (4, 2), elements=numbers),
        arrays.arrays(float, (3, 2), elements=numbers),
    )


EXERCISE = Exercise(
    page="classification/xor-and-feature-transformation",
    equation="eq:distance-features",
    number="11.5",
    right=distance_features,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            squared,
            "这是距离的平方，少了根号；平方距离在 XOR 上不管用，见式 (11.6)。",
            "these are squared distances: the root is missing, and without it XOR "
            "stays unsolved, see (11.6).",
        ),
        Mistake(
            city_blocks,
            "这是坐标差的绝对值之和：欧氏距离先平方，再求和，再开方。",
            "this adds absolute differences. The distance is the root of the sum of "
            "squares.",
        ),
        Mistake(
            over_the_points,
            "求和的轴错了：应对坐标（最后一维）求和，而不是对各个点。",
            "the sum is over the points. It is over the coordinates, the last axis.",
        ),
        Mistake(
            expanded,
            "展开成了 ‖x‖² − 2 x·p + ‖p‖²：离原点很远时大数相减，"
            "有效数字全丢了。先求差，再平方。",
            "the square is expanded to |x|² - 2 x p + |p|². Far from zero these large "
            "numbers cancel, and no digit is right: subtract first, then square.",
        ),
        Mistake(
            transposed,
            "结果转置了：每个样本一行，每个点一列。",
            "the result is transposed: a row for each sample, a column for each point.",
        ),
    ),
    zh="每个样本到每个点的距离；X (N, d)，points (K, d)，结果 (N, K)。",
    en="the distance of each sample to each point; X (N, d), points (K, d), the result "
    "is (N, K).",
)
