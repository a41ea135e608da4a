"""The indices of k folds of neighbours."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def _pairs(folds, n):
    return [(np.setdiff1d(np.arange(n), fold), fold) for fold in folds]


def k_fold(n, k):
    return _pairs(np.array_split(np.arange(n), k), n)


def rest_is_lost(n, k):
    size = n // k
    return _pairs([np.arange(i * size, (i + 1) * size) for i in range(k)], n)


def rest_in_the_last(n, k):
    ends = [i * (n // k) for i in range(k)] + [n]
    return _pairs([np.arange(ends[i], ends[i + 1]) for i in range(k)], n)


def rounded_up(n, k):
    size = -(-n // k)
    folds = [np.arange(n)[i * size : (i + 1) * size] for i in range(k)]
    return _pairs(folds, n)


def trains_on_everything(n, k):
    return [(np.arange(n), fold) for _, fold in k_fold(n, k)]


def exchanged(n, k):
    return [(fold, train) for train, fold in k_fold(n, k)]


def every_kth(n, k):
    return _pairs([np.arange(i, n, k) for i in range(k)], n)


def only_before(n, k):
    return [(train[train < fold[0]], fold) for train, fold in k_fold(n, k)]


def inputs(rng):
    yield {"n": 4, "k": 2}
    yield {"n": 7, "k": 3}
    yield {"n": 8, "k": 3}
    yield {"n": 5, "k": 5}
    yield {"n": 11, "k": 4}


def search(strategies, arrays):
    return strategies.integers(2, 9).flatmap(
        lambda k: strategies.tuples(strategies.integers(k, 30), strategies.just(k))
    )


EXERCISE = Exercise(
    page="generalization/validation",
    equation="eq:cv-score",
    number="29.3",
    right=k_fold,
    inputs=inputs,
    search=search,
    mistakes=(
        Mistake(
            rest_is_lost,
            "除不尽时多出来的样本从没验证过：应分给前 n mod k 折，各多一个。",
            "the samples that are left over never validate: "
            "the first n mod k folds have one more.",
        ),
        Mistake(
            rest_in_the_last,
            "余数都进了最后一折：应分给前 n mod k 折，各折最多差一个。",
            "the remainder is all in the last fold. The first n mod k folds get one "
            "each, and sizes differ by one at most.",
        ),
        Mistake(
            rounded_up,
            "每折向上取整，最后一折就小了，甚至为空。",
            "sizes are rounded up, and the last fold is small or even empty.",
        ),
        Mistake(
            trains_on_everything,
            "训练下标里含有验证折：模型就见过了要验证的样本。",
            "the fold that validates is trained on as well: "
            "the model has seen what judges it.",
        ),
        Mistake(
            exchanged,
            "训练和验证弄反了：一折用来验证，其余的用来训练。",
            "training and validation are exchanged: one fold validates, "
            "the others train.",
        ),
        Mistake(
            every_kth,
            "每 k 个取一个也能分折，但这里每折要相邻的样本，顺序不变。",
            "every k-th sample makes folds too, but here they are of neighbours, "
            "in their order.",
        ),
        Mistake(
            only_before,
            "只用了前面的样本训练，那是时间序列的划分：k 折里后面的样本也训练。",
            "this trains on the samples before the fold alone, as for time series. "
            "Those behind it train as well.",
        ),
    ),
    zh="k 折交叉验证的下标，不打乱：n 个样本按顺序切成 k 折相邻的样本，前 n mod k 折各"
    "多一个。返回 k 个（训练下标，验证下标）的列表，各为递增的整数数组。",
    en="the indices of k-fold cross-validation, not shuffled: n samples in k folds of "
    "neighbours, the first n mod k with one more. Returns a list of k pairs (training "
    "indices, validation indices), increasing arrays of whole numbers.",
)
