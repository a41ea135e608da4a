"""What a page prints is what is evaluated, and a wrong print is noticed."""

from pathlib import Path

import numpy as np
import pytest
from sympy.parsing.latex import parse_latex

from sitekit.check.equations import parse
from sitekit.check.formulas import find
from sitekit.page.paths import PageError

DOCS = Path(__file__).parents[3] / "docs"
PAGE = "basics/line.md"


@pytest.fixture
def printed(project):
    """The formula of a page that holds this one in both languages."""

    def write(tex):
        for lang in ("zh", "en"):
            project.write(
                f"docs/{lang}/{PAGE}", f"# A\n\n$$\n{tex} \\label{{eq:a}}\n$$\n"
            )
        return find(project.root, "eq:a")

    return write


# -- what can be read -------------------------------------------------------------

X, T, A = np.array([3.0, 1.0, 4.0]), np.array([1.0, 5.0, 9.0]), np.arange(6.0)
READ = [
    (r"y = b + wx", {"b": 1.0, "w": 2.0, "x": X}, 1 + 2 * X),
    (r"y = -x^{2}w", {"x": X, "w": 2.0}, -(X**2) * 2),
    (r"y = x^10 + w", {"x": X, "w": 2.0}, X * 0 + 2),  # TeX raises only the 1
    (
        r"y = w(x + b)(x - b)^2",
        {"w": 2.0, "x": X, "b": 1.0},
        2 * (X + 1) * (X - 1) ** 2,
    ),
    (
        r"y = w \left[ x + \bigl(b\bigr) \right]",
        {"w": 2.0, "x": X, "b": 1.0},
        2 * X + 2,
    ),
    (r"y = \tfrac12 x + \frac{x}{2w}(b)", {"x": X, "w": 2.0, "b": 3.0}, X * 1.25),
    (r"y = 0.5\,\mathbf x \cdot \mathrm{d} \!", {"x": X, "d": 2.0}, X),
    (r"y = \sqrt[3]{x} + \sqrt {x}", {"x": X}, np.cbrt(X) + np.sqrt(X)),
    (r"y = \max(x, w, 0)^2", {"x": X, "w": 2.0}, np.maximum(X, 2) ** 2),
    (r"y = \min(x, w) \exp(-x)", {"x": X, "w": 2.0}, np.minimum(X, 2) * np.exp(-X)),
    (r"y = \log(x) + \ln(x) + \tanh(x)", {"x": X}, 2 * np.log(X) + np.tanh(X)),
    (
        r"y = \begin{aligned} x \\[2pt] & \quad - b \end{aligned},",
        {"x": X, "b": 1},
        X - 1,
    ),
    (r"z = x, \qquad y = 2b", {"b": X}, 2 * X),
    (r"y = \hat{x}_n x_n x'", {r"\hat x_n": X, "x_n": 2.0, "x'": 3.0}, 6 * X),
    (r"y = \left. x \right|_{k = 1} W^{(l)}", {r"x|_{k=1}": X, "W^{(l)}": 2.0}, 2 * X),
]


@pytest.mark.parametrize(("tex", "values", "right"), READ)
def test_reads(printed, tex, values, right):
    names = dict(zip(values, "abcdefgh", strict=False))
    got = parse(printed(tex), "y", names)(**{names[s]: values[s] for s in values})
    np.testing.assert_allclose(got, right, rtol=1e-14)


SUMS = [
    (r"\frac{1}{N} \sum_{n=1}^{N} (x_n - t_n)^2", {"N": 3}, np.mean((X - T) ** 2)),
    (r"\sum_{n=1}^N x_n t_n + k", {"N": 3, "k": 1}, X @ T + 1),
    (r"\sum_{n=k+1}^{N-1} x_n", {"N": 3, "k": 1}, X[1]),
    (r"\frac{\sum_n x_n}{\sum_n x_n t_n}", {r"\sum_n": 3}, X.sum() / (X @ T)),
    (
        r"\sum_{n=1}^{N} \sum_{j=1}^{k} x_n a_{nj}",
        {"N": 3, "k": 2},
        (X[:, None] * A.reshape(3, 2)).sum(),
    ),
    (r"\sum_{\tau=1}^{N} k^{N-\tau} g_\tau", {"N": 3, "k": 2}, X @ [4, 2, 1]),
]
ARRAYS = {
    "x_n": ("x[n]", X),
    "t_n": ("t[n]", T),
    "a_{nj}": ("a[n,j]", A.reshape(3, 2)),
    r"g_\tau": (r"g[\tau]", X),
}


@pytest.mark.parametrize(("tex", "values", "right"), SUMS)
def test_sums_over_numbered_elements(printed, tex, values, right):
    arrays = {s: array for s, array in ARRAYS.items() if s in tex}
    names = {s: s.strip(r"\sum_") for s in values} | {
        s: name for s, (name, _) in arrays.items()
    }
    equation = parse(printed(f"y = {tex}"), "y", names)
    given = {s.strip(r"\sum_"): value for s, value in values.items()}
    given |= {name.split("[")[0]: value for name, value in arrays.values()}
    assert equation(**given) == pytest.approx(right)


# -- what is refused --------------------------------------------------------------

UNKNOWN = "is neither declared nor known"
REFUSED = [
    ("y = ax", "a", f"'x' {UNKNOWN}, in 'a x'"),
    ("y = a_t", "a", f"'_' {UNKNOWN}, in 'a_t'"),
    ("y = a'", "a", f"''' {UNKNOWN}, in 'a ''"),
    ("y = a^*", "a", f"'*' {UNKNOWN}, in 'a^*'"),
    (r"y = \hat a", "a", rf"'\hat' {UNKNOWN}, in '\hat a'"),
    (r"y = a^\top b", "ab", rf"'\top' {UNKNOWN}, in 'a^\top b'"),
    (r"y = \operatorname{sign}(a)", "a", rf"'\operatorname' {UNKNOWN}"),
    (r"y = \begin{cases} a \end{cases}", "a", rf"'\begin' {UNKNOWN}"),
    (r"y = \frac{da}{db}", "ab", f"'d' {UNKNOWN}"),
    ("y = e^a", "a", f"'e' {UNKNOWN}"),
    ("y = a!", "a", f"'!' {UNKNOWN}"),
    ("y = |a|", "a", f"'|' {UNKNOWN}"),
    ("y = a > b", "ab", f"'>' {UNKNOWN}"),
    (r"y = \exp a", "a", rf"'\exp' {UNKNOWN}"),
    (r"y = \sum_n a", "a", rf"'\sum' {UNKNOWN}, in '\sum_n a'"),
    (r"y = \sum_{n=1}^{M} a", "a", r"'\sum_{n=1}^{M}' " + UNKNOWN),
    (r"y = \sum_{n \in a} b", "ab", rf"'\sum' {UNKNOWN}"),
    ("y = a)", "a", "SymPy cannot read 'a )' to its end"),
    ("y = a + (b", "ab", "SymPy cannot read 'a + ( b' to its end"),
    ("y = a, b", "ab", "SymPy cannot read 'a , b' to its end"),
    (r"y = \frac{1}2 a", "a", r"SymPy cannot read '\frac{1} 2 a' to its end"),
    ("y = a", "ab", "declared, but not in 'a': b"),
    ("y = a = b", "ab", "not one line is 'y' = …, but it says 'y = a = b'"),
    (r"y &= a \\ &= b", "ab", "not one line is 'y' = …, but it says 'y = a = b'"),
    (r"y = a \\ y = b", "a", "not one line is 'y' = …, but it says 'y = a; y = b'"),
    ("z = a", "a", "not one line is 'y' = …, but it says 'z = a'"),
    ("0 < a < b", "ab", "not one line is 'y' = …, but it says '0 < a < b'"),
]


@pytest.mark.parametrize(("tex", "symbols", "message"), REFUSED)
def test_refuses(printed, tex, symbols, message):
    with pytest.raises(PageError) as caught:
        parse(printed(tex), "y", {symbol: symbol for symbol in symbols})
    assert str(caught.value).startswith(f"docs/en/{PAGE}:4: eq:a: {message}")


@pytest.mark.parametrize(
    ("tex", "name", "message"),
    [
        (r"\sum_{n=1}^{3} x_n + x_n", "x[n]", "used outside its sum in '"),
        (r"\sum_{n=1}^{3} x_n", "x[j]", "nothing is summed over the index of 'x[j]'"),
    ],
)
def test_refuses_an_index_without_its_sum(printed, tex, name, message):
    with pytest.raises(PageError) as caught:
        parse(printed(f"y = {tex}"), "y", {"x_n": name})
    assert f"eq:a: {message}" in str(caught.value)


@pytest.mark.parametrize("other", [{"w_{k}": "v"}, {"w_0": "w"}])
def test_refuses_to_take_two_symbols_for_one(printed, other):
    with pytest.raises(PageError, match="two symbols or two names are the same"):
        parse(printed("y = w_k"), "y", {"w_k": "w"} | other)


def test_needs_all_values_and_no_other(printed):
    with pytest.raises(PageError, match=r"eq:a: needs \['a', 'b'\], got \['a', 'c'\]"):
        parse(printed("y = ab"), "y", {"a": "a", "b": "b"})(a=1, c=2)


def test_what_sympy_alone_would_make_of_it():
    """Why all is declared, and products are made explicit."""
    assert "eta" not in map(str, parse_latex(r"\eta(a + b)", strict=True).free_symbols)
    assert str(parse_latex(r"\hat{v}_t + 1")) == "hat*v"


# -- Adam, and what happens to a slip ---------------------------------------------

ADAM = r"""
$$
\begin{aligned}
m_t &= \beta_1 m_{t-1} + (1 - \beta_1)\, g_t \\
v_t &= \beta_2 v_{t-1} + \left(1 - \beta_2\right) g_t^2
\end{aligned} \tag{1.1}\label{eq:moments}
$$

$$
\hat m_t = \frac{m_t}{1 - \beta_1^t}, \qquad
\hat{v}_t = \frac{v_t}{1 - \beta_2^t} \tag{1.2}\label{eq:hats}
$$

$$
\theta_t = \theta_{t-1} - \eta \, \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}
\tag{1.3}\label{eq:update}
$$
"""
TEX = {
    "beta1": r"\beta_1",
    "beta2": r"\beta_2",
    "eta": r"\eta",
    "eps": r"\epsilon",
    "t": "t",
    "g": "g_t",
    "m": "m_t",
    "v": "v_t",
    "m_hat": r"\hat m_t",
    "v_hat": r"\hat v_t",
    "theta": r"\theta_t",
    "m_before": "m_{t-1}",
    "v_before": "v_{t-1}",
    "theta_before": r"\theta_{t-1}",
}
STEPS = {  # what it gives: its label, and what it takes
    "m": ("eq:moments", "beta1 m_before g"),
    "v": ("eq:moments", "beta2 v_before g"),
    "m_hat": ("eq:hats", "m beta1 t"),
    "v_hat": ("eq:hats", "v beta2 t"),
    "theta": ("eq:update", "theta_before eta m_hat v_hat eps"),
}


def adam(steps=5):
    """All that Adam computes, step by step."""
    rng = np.random.default_rng(0)
    eta, beta1, beta2, eps = 0.1, 0.8, 0.95, 0.3
    theta, m, v = rng.normal(size=4), np.zeros(4), np.zeros(4)
    for t in range(1, steps + 1):
        theta_before, m_before, v_before, g = theta, m, v, rng.normal(size=4)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        theta = theta - eta * m_hat / (np.sqrt(v_hat) + eps)
        yield dict(locals())


def off(root: Path, name: str) -> float:
    """How far the step that a page prints is from Adam's."""
    label, takes = STEPS[name]
    step = parse(find(root, label), TEX[name], {TEX[n]: n for n in takes.split()})
    pairs = [(step(**{n: now[n] for n in takes.split()}), now[name]) for now in adam()]
    return max(np.abs(printed - right).max() for printed, right in pairs)


def verdict(project, page: str, old: str, new: str, check) -> str:
    """What is said of a page on which ``old`` is misprinted as ``new``."""
    assert not old or page.count(old) == 1
    for lang in ("zh", "en"):
        project.write(f"docs/{lang}/{PAGE}", page.replace(old, new))
    try:
        error = check(project.root)
    except PageError as refusal:
        return str(refusal).split(": ", 2)[2]
    return "agrees" if error < 1e-14 else f"off by {error:.2g}"


@pytest.mark.parametrize("name", STEPS)
def test_adam_as_printed(project, name):
    assert verdict(project, ADAM, "", "", lambda root: off(root, name)) == "agrees"


SLIPS = [
    ("theta", r"\sqrt{\hat v_t}", r"\hat v_t", "off by"),
    ("theta", r"{\hat v_t} + \epsilon", r"{\hat v_t + \epsilon}", "off by"),
    ("theta", r" - \eta", r" + \eta", "off by"),
    ("theta", r"\eta \, ", "", r"declared, but not in '\theta_{t - 1} - \frac{"),
    ("theta", r"\eta \, \frac", r"\eta(1 + 1) \frac", "off by"),
    ("theta", r" + \epsilon}", "}", "declared, but not in "),
    ("theta", r"\hat m_t}{", "m_t}{", f"'m' {UNKNOWN}"),
    ("theta", r"\theta_{t-1}", r"\theta_{t-2}", f"'\\theta' {UNKNOWN}"),
    ("theta", r"\epsilon}", r"\epsilon})", "SymPy cannot read "),
    ("theta", r"\theta_t =", r"\theta_{t+1} =", r"not one line is '\theta_t' = …"),
    ("m", r"(1 - \beta_1)", r"(1 + \beta_1)", "off by"),
    ("m", "m_{t-1}", "m_t", f"'m' {UNKNOWN}"),
    ("v", "g_t^2", "g_t^3", "off by"),
    ("v", "g_t^2", "g_t", "off by"),
    ("v", r"\beta_2\right) g_t^2", r"\beta_2\right) \\ &+ g_t^2", "off by"),
    ("v_hat", r"\beta_2^t", r"\beta_2^2", "declared, but not in "),
    ("v_hat", r"\beta_2^t", r"\beta_{2t}", f"'\\beta' {UNKNOWN}"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), SLIPS)
def test_a_slip_in_adam_is_noticed(project, name, old, new, said):
    said_of = verdict(project, ADAM, old, new, lambda root: off(root, name))
    print(f"{name}: {old} -> {new}: {said_of}")
    assert said_of.startswith(said)


LINE = (DOCS / "en/basics/linear-regression.md").read_text("utf-8")
LOSS = ("eq:mse", "L(w, b)", {"N": "N", "y_n": "y[n]", "t_n": "t[n]"})
BY_W = (
    "eq:gradient-w",
    r"\frac{\partial L}{\partial w}",
    {"N": "N", "y_n": "y[n]", "t_n": "t[n]", "x_n": "x[n]"},
)
RIGHT = {"eq:mse": np.mean((X - T) ** 2), "eq:gradient-w": np.mean(2 * (X - T) * A[:3])}
LOSS_TEX = r"\frac{1}{N} \sum_{n=1}^{N} (y_n - t_n)^2"
BY_W_TEX = r"\frac{2}{N} \sum_{n=1}^{N} (y_n - t_n)\, x_n"
LINE_SLIPS = [
    (LOSS, LOSS_TEX, "^2", "^3", "off by"),
    (LOSS, LOSS_TEX, "^2", "", "off by"),
    (LOSS, LOSS_TEX, "y_n - t_n", "y_n + t_n", "off by"),
    (LOSS, LOSS_TEX, r"\frac{1}{N}", r"\frac{2}{N}", "off by"),
    (LOSS, LOSS_TEX, r"\frac{1}{N}", "", "off by"),
    (LOSS, LOSS_TEX, "n=1", "n=0", "takes number 0 of y[n], which has 1 to 3"),
    (LOSS, LOSS_TEX, "n=1", "n=2", "off by"),
    (LOSS, LOSS_TEX, "^{N}", "^{N-1}", "off by"),
    (LOSS, LOSS_TEX, "^{N}", "^{N+1}", "takes number 4 of y[n], which has 1 to 3"),
    (LOSS, LOSS_TEX, "n=1", "j=1", "nothing is summed over the index of 'y[n]'"),
    (LOSS, LOSS_TEX, "t_n", "t_{n-1}", f"'t' {UNKNOWN}"),
    (BY_W, BY_W_TEX, r"\frac{2}{N}", r"\frac{1}{N}", "off by"),
    (BY_W, BY_W_TEX, r"\, x_n", "", "declared, but not in "),
    (BY_W, BY_W_TEX, r"\, x_n", " + x_n", "used outside its sum in "),
    (BY_W, BY_W_TEX, "(y_n - t_n)", "y_n - t_n", "used outside its sum in "),
]


@pytest.mark.parametrize(("asked", "formula", "old", "new", "said"), LINE_SLIPS)
def test_a_slip_on_the_first_page_is_noticed(project, asked, formula, old, new, said):
    assert old in formula
    wrong = formula.replace(old, new)

    def check(root):
        label, lhs, symbols = asked
        values = {"N": 3, "y": X, "t": T, "x": A[:3]}
        names = [name.split("[")[0] for name in symbols.values()]
        got = parse(find(root, label), lhs, symbols)(**{n: values[n] for n in names})
        return abs(got - RIGHT[label])

    line = f"{formula} \\tag"
    assert verdict(project, LINE, line, line, check) == "agrees"
    said_of = verdict(project, LINE, line, f"{wrong} \\tag", check)
    print(f"{asked[0]}: {old} -> {new}: {said_of}")
    assert said_of.startswith(said)
