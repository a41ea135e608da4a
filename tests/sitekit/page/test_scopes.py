import ast

import pytest

from sitekit.page.scopes import bound_by, names


def used(code: str) -> str:
    return " ".join(sorted({n.id for n in names(ast.parse(code)).module}))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x = y", "x y"),
        (
            "def f(a, /, b=c, *d, e: g = h, **i) -> j: return a, b, d, e, i, k",
            "c g h j k",
        ),
        ("def f():\n    x = 1\n    def g(): return x + y", "y"),
        ("def f():\n    global x\n    x = y", "x y"),
        ("def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = y", "y"),
        (
            "@d\nclass C(B, metaclass=M):\n    x = y\n    def f(self): return x",
            "B M d x y",
        ),
        ("class C:\n    x = 1\n    z = x", ""),
        ("class C:\n    x = x\n    for i in x: i", "x"),
        ("lambda a, b=c: a + b + d", "c d"),
        ("[x + y for x in z if x > w]", "w y z"),
        ("{x: v for x, (y, _) in z for v in y}", "z"),
        ("def f():\n    [y := x for x in z]\n    return y", "z"),
        ("class C:\n    n = 1\n    m = [n for _ in k]", "k n"),
        ("def f():\n    try: g()\n    except E as e: print(e)", "E g print"),
        ("def f():\n    import a.b\n    from c import d as e\n    return a, e, d", "d"),
        ("def f(v):\n  match v:\n    case [x, *y]: return x, y", ""),
        ("def f(v):\n  match v:\n    case {'a': z, **w}: return z, w", ""),
        ("def f(v):\n  match v:\n    case Q() as q: return q", "Q"),
        ("def f():\n    with a() as b: return b", "a"),
        ("def f():\n    for i in r: del i", "r"),
        ("f'{x!r:{y}}'", "x y"),
    ],
)
def test_names_of_the_module(code, expected):
    assert used(code) == expected


def test_names_of_functions():
    assert names(ast.parse("def f(a):\n    b = [c for c in a]")).local == {*"abc"}


def test_what_code_binds():
    code = "import a.b\nx, (y, *z) = 1\nfor i in x: j = i\nif (k := 1): pass\n"
    code += (
        "def f():\n    global g\n    g = h = 1\n[m for m in (n := x)]\nclass C: o = 1"
    )
    assert bound_by(ast.parse(code)) == {*"axyzijkfgnC"}
