"""Backpropagation through two layers of sigmoids with the squared error."""

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.nn import sigmoid


def _with(last=1, hidden=1, mean=True, slope=lambda z, y: y * (1 - y)):
    """What mlp_gradients does, with one thing changed."""

    def gradients(x, t, W1, b1, W2, b2):
        z1 = x @ W1.T + b1
        y1 = sigmoid(z1)
        z2 = y1 @ W2.T + b2
        y2 = sigmoid(z2)
        d2 = (y2 - t) / (len(x) if mean else 1) * slope(z2, y2) ** last
        d1 = d2 @ W2 * slope(z1, y1) ** hidden
        return d1.T @ x, d1.sum(axis=0), d2.T @ y1, d2.sum(axis=0)

    return gradients


def _slope_of_y(z, y):
    return sigmoid(y) * (1 - sigmoid(y))


def new_weights(x, t, W1, b1, W2, b2):
    y1 = sigmoid(x @ W1.T + b1)
    y2 = sigmoid(y1 @ W2.T + b2)
    d2 = (y2 - t) / len(x) * y2 * (1 - y2)
    dW2 = d2.T @ y1
    d1 = d2 @ (W2 - dW2) * y1 * (1 - y1)
    return d1.T @ x, d1.sum(axis=0), dW2, d2.sum(axis=0)


mlp_gradients = _with()


def inputs(rng):
    for N, n0, n1, n2 in (1, 1, 1, 1), (4, 3, 5, 2), (3, 2, 2, 2):
        yield {
            "x": rng.normal(size=(N, n0)),
            "t": rng.integers(0, 2, size=(N, n2)).astype(float),
            "W1": rng.normal(size=(n1, n0)),
            "b1": rng.normal(size=n1),
            "W2": rng.normal(size=(n2, n1)),
            "b2": rng.normal(size=n2),
        }


EXERCISE = Exercise(
    page="networks/backpropagation",
    equation="eq:delta-batch",
    number="14.16",
    right=mlp_gradients,
    inputs=inputs,
    mistakes=(
        Mistake(
            _with(last=0),
            "输出层缺 σ′：只有交叉熵才与它相消，平方误差不会，见 (14.12)。",
            "σ′ of the output is missing. It cancels with the cross-entropy, "
            "with the squared error it does not (14.12).",
        ),
        Mistake(
            _with(hidden=0),
            "隐藏层缺 σ′：每经过一个激活函数就乘一次它的导数。",
            "σ′ of the hidden layer is missing: each activation on the way back "
            "multiplies by its derivative.",
        ),
        Mistake(
            _with(mean=False),
            "缺 1/N：E 是样本的平均，把批次复制一遍梯度不该变。",
            "1/N is missing. E is a mean over samples, and a batch that stands twice "
            "has the same gradient.",
        ),
        Mistake(
            _with(slope=_slope_of_y),
            "σ′ 取在了 y 处：y 已是 σ(z)，σ′(z) = y (1 − y)。",
            "σ′ is taken at y. y is σ(z) already: σ′(z) = y (1 − y).",
        ),
        Mistake(
            new_weights,
            "往回走时用了已更新的 W2：先算完所有梯度，再一起更新。",
            "the way back goes through an updated W2. All gradients first, "
            "then all updates.",
        ),
    ),
    zh="E = 1/(2N) · Σ‖y − t‖²，y = σ(W2 σ(W1 x + b1) + b2)，行是样本：x (N, n0)，"
    "t (N, n2)，W1 (n1, n0)，b1 (n1,)，W2 (n2, n1)，b2 (n2,)。"
    "返回 E 对 W1、b1、W2、b2 的梯度，按此顺序，形状与参数相同。",
    en="E = 1/(2N) · Σ‖y − t‖², y = σ(W2 σ(W1 x + b1) + b2), rows are samples: "
    "x (N, n0), t (N, n2), W1 (n1, n0), b1 (n1,), W2 (n2, n1), b2 (n2,). Returns the "
    "gradients of E by W1, b1, W2, b2, in this order, in the parameters' shapes.",
)
