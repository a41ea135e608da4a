import pytest

from helpers.mutants import Mutant, mutants, unexplained

BODY = {
    "return a**t": {
        "power dropped: a ** t -> a",
        "clock off by one: t -> t + 1",
    },
    "w.sub_(g, alpha=lr)": {
        "statement dropped: w.sub_(g, alpha=lr) -> pass",
        "method exchanged: w.sub_(g, alpha=lr) -> w.add_(g, alpha=lr)",
        "sign flipped: alpha=lr -> alpha=-lr",
        "buffers swapped: g -> v",
    },
    "return x.sqrt().add_(eps)": {
        "method exchanged: x.sqrt().add_(eps) -> x.sqrt().sub_(eps)",
        "eps inside the root: x.sqrt().add_(eps) -> x.sqrt().pow(2).add(eps).sqrt()",
        "sqrt dropped: x.sqrt() -> x",
        "eps dropped: eps -> 0",
    },
    "m.lerp_(g, 1 - beta1)": {
        "statement dropped: m.lerp_(g, 1 - beta1) -> pass",
        "buffers swapped: m -> g",
        "buffers swapped: g -> v",
        "operator exchanged: 1 - beta1 -> 1 + beta1",
        "constant nudged: 1 -> 2",
        "swapped: beta1 -> beta2",
    },
    "if rho > 5: w.add_(x, value=-rate)": {
        (
            "condition negated: if rho > 5: w.add_(x, value=-rate) -> "
            "if not rho > 5: w.add_(x, value=-rate)"
        ),
        "operator exchanged: rho > 5 -> rho <= 5",
        "constant nudged: 5 -> 6",
        "statement dropped: w.add_(x, value=-rate) -> pass",
        "method exchanged: w.add_(x, value=-rate) -> w.sub_(x, value=-rate)",
        "sign flipped: -rate -> rate",
    },
    "return a @ b.mT": {"transpose dropped: b.mT -> b"},
    "'a text'; return True": set(),
    "if not lr > 0: raise ValueError(lr)": set(),
    "fits = 0 <= lr < 1; self.require(fits, lr=lr)": set(),
}


def changed(body):
    source = f"class X:\n def update(self, w, g, m, v, t, *, lr=1): {body}"
    if body.startswith("if"):
        source = source.replace(body, f"\n  {body}")
    return [mutant for mutant, _ in mutants(source, "X")]


@pytest.mark.parametrize("body", BODY)
def test_what_is_planted(body):
    made = changed(body)
    said = {" ".join(f"{m.kind}: {m.before} -> {m.after}".split()) for m in made}
    assert said == BODY[body]
    assert len(said) == len(made)
    assert all((m.cls, m.method) == ("X", "update") for m in made)


def test_each_has_its_one_fault():
    source = "class X:\n def f(self, a):\n  b = a + 1\n  return b * 2"
    ends = {m.kind + m.before: cls().f(3) for m, cls in mutants(source, "X")}
    assert ends == {
        "operator exchangeda + 1": 4,
        "operator exchangedb * 2": 2.0,
        "constant nudged1": 10,
        "constant nudged2": 12,
    }


def test_a_function_is_its_own_method():
    source = "def f(a):\n  return a + 1\ndef g(a):\n  return f(a) * 2"
    ends = {m.kind + m.before: f(3) for m, f in mutants(source, "f")}
    assert ends == {"operator exchangeda + 1": 2, "constant nudged1": 5}
    assert {m.method for m, _ in mutants(source, "g")} == {"g"}


def test_an_endless_loop_ends():
    source = "class X:\n def f(self, a):\n  while a > 0:\n   a -= 1\n  return a"
    found = dict(mutants(source, "X"))
    endless = next(cls for m, cls in found.items() if m.after == "pass")
    with pytest.raises(StopIteration):
        endless().f(3)


def test_methods_may_be_left_out():
    source = "class X:\n def f(self): return 1\n def g(self): return 2"
    assert {m.method for m, _ in mutants(source, "X", skip={"g"})} == {"f"}


def test_a_survivor_needs_an_explanation_and_an_explanation_a_survivor():
    left = [Mutant("X", "f", 3, "operator exchanged", "a + b", "a - b")]
    line = "X.f, line 3: operator exchanged: a + b  ->  a - b"
    assert unexplained(left, {}) == [line]
    assert unexplained(left, {"a + b -> a - b": "b is 0"}) == []
    assert unexplained(left * 2, {"a + b -> a - b": "b is 0"}) != []
    assert unexplained(left * 2, {"a + b -> a - b": ["b is 0", "so it is"]}) == []
    assert unexplained([], {"a -> b": "?"}) == ["not so many survivors: a -> b"]
