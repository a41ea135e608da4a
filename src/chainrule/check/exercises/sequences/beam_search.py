"""Beam search over a table of next-token probabilities."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake


def _with(penalty="GNMT", ended="stays", best="score", counts_end=True, prunes=True):
    """What beam_search does, with one thing changed."""

    def score(tokens, log_p, end, alpha):
        length = len(tokens) - (not counts_end and tokens[-1] == end)
        if penalty == "GNMT":
            return log_p / ((5 + length) / 6) ** alpha
        return log_p / length**alpha if penalty == "length" else log_p

    def search(log_p, begin, end, num_beams, max_length, alpha):
        beams: list = [((), 0.0)]  # tokens, log p
        for _ in range(max_length):
            longer = []
            for tokens, total in beams:
                if tokens and tokens[-1] == end:
                    if ended == "stays":
                        longer.append((tokens, total))
                    continue
                steps = log_p[tokens[-1] if tokens else begin]
                longer += [
                    ((*tokens, v), total + step)
                    for v, step in enumerate(steps)
                    if step > -np.inf
                ]
            longer = longer or beams
            longer.sort(key=lambda beam: -score(beam[0], beam[1], end, alpha))
            beams = longer[: num_beams if prunes else None]
            if all(tokens[-1] == end for tokens, _ in beams):
                break
        tokens, total = beams[0]
        if best == "log":
            tokens, total = max(beams, key=lambda beam: beam[1])
        return np.array(tokens), score(tokens, total, end, alpha)

    return search


beam_search = _with()


def greedy(log_p, begin, end, num_beams, max_length, alpha):
    return beam_search(log_p, begin, end, 1, max_length, alpha)


def begin_included(log_p, begin, end, num_beams, max_length, alpha):
    tokens, score = beam_search(log_p, begin, end, num_beams, max_length, alpha)
    return np.array([begin, *tokens]), score


def _table(rng, V, scale=1.0):
    """log p (V, V) with END, V − 1, and BEGIN, 0, which never comes again."""
    logits = scale * rng.normal(size=(V, V))
    logits[:, 0] = -np.inf
    return logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))


def inputs(rng):
    tree = [[0, 0.6, 0.4, 0], [0, 0.4, 0.35, 0.25], [0, 0.05, 0.05, 0.9], [0, 0, 0, 1]]
    once = [[0, 0.5, 0, 0.5], [0, 0, 1, 0], [0, 0.1, 0, 0.9], [0, 0, 0, 1]]
    for table, k, T, alpha in (tree, 2, 4, 0.0), (tree, 3, 2, 1.0), (once, 2, 5, 1.0):
        with np.errstate(divide="ignore"):
            log_p = np.log(np.array(table))
        yield {"log_p": log_p, "begin": 0, "end": 3} | {
            "num_beams": k,
            "max_length": T,
            "alpha": alpha,
        }
    for V, k, T, alpha in (5, 2, 6, 0.6), (6, 3, 5, 1.0), (5, 4, 8, 2.0), (4, 1, 3, 0):
        yield {"log_p": _table(rng, V), "begin": 0, "end": V - 1} | {
            "num_beams": k,
            "max_length": T,
            "alpha": float(alpha),
        }


EXERCISE = Exercise(
    page="sequences/decoding-and-seq2seq",
    equation="eq:length-penalty",
    number="40.5",
    right=beam_search,
    inputs=inputs,
    mistakes=(
        Mistake(
            greedy,
            "只留了一束：那是贪心。每步从所有延伸里留下最好的 k 条。",
            "one beam is kept, which is greedy. Keep the best k of all extensions "
            "at each step.",
        ),
        Mistake(
            _with(penalty="none"),
            "没有长度惩罚：log p 要除以 ((5 + l)/6)^α，否则短的总占便宜。",
            "there is no length penalty. Divide log p by ((5 + l)/6)^α, "
            "or short answers are favoured.",
        ),
        Mistake(
            _with(penalty="length"),
            "除以了 l^α（Hugging Face 的写法）：这里是 ((5 + l)/6)^α。",
            "divided by l^α, as Hugging Face does. Here it is ((5 + l)/6)^α.",
        ),
        Mistake(
            _with(counts_end=False),
            "l 没有数 END：它也是一个词元，数一次。",
            "l leaves END out. It is a token and counts, once.",
        ),
        Mistake(
            _with(ended="leaves"),
            "已经结束的答案丢掉了：要留在束里，与还在延伸的一起比较。",
            "beams that have ended are dropped. They stay and are compared with those "
            "that go on.",
        ),
        Mistake(
            _with(best="log"),
            "最后按 log p 选：要按带惩罚的分数选。",
            "the last choice is by log p. Choose by the score with its penalty.",
        ),
        Mistake(
            _with(prunes=False),
            "没有剪枝：留下了所有延伸，那是穷举。",
            "nothing is pruned: all extensions are kept, which is exhaustive search.",
        ),
        Mistake(
            begin_included,
            "返回里含有 BEGIN：只返回它之后的词元。",
            "BEGIN is among the tokens. Return those after it.",
        ),
    ),
    zh="束搜索。log_p (V, V) 的第 i 行是词元 i 之后各词元的对数概率（−∞ 表示不可能）；"
    "从 begin 开始，最多 max_length 个词元，遇到 end 的束结束并留在束里。每步按 "
    "log p 除以 ((5 + l)/6)^α 的分数留下最好的 num_beams 条，l 数 end、不数 begin；"
    "都结束了就停。返回（最好一条的词元，不含 begin，它的分数）。",
    en="beam search. Row i of log_p (V, V) has the log-probabilities of what follows "
    "token i (−∞: cannot follow); from begin on, at most max_length tokens, and a "
    "beam that meets end has ended and stays. Each step keeps the num_beams best "
    "by log p over ((5 + l)/6)^α, where l counts end but not begin; it stops when "
    "all have ended. Returns (tokens of the best without begin, its score).",
)
