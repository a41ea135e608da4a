import sys
import warnings

import numpy as np
import pytest

from sitekit.build.browser import helper
from sitekit.page import near


@pytest.fixture(autouse=True)
def _beside_near(monkeypatch):
    monkeypatch.setitem(sys.modules, "near", near)
    helper.begin()


CUT = f"{sum(len(str(i)) + 1 for i in range(300_000)) - helper.LIMIT:,}"


def run(code, expected=None, kind="exact", rtol=0.0):
    heard = []
    said = helper.run(
        "listing 2", code, expected, kind, rtol, lambda *parts: heard.append(parts)
    )
    return said, heard


def test_prints_are_heard_and_names_are_kept():
    assert run("x = 1\nprint(x)") == ({"ok": True, "differs": None}, [("out", "1\n")])
    assert run("print(x + 1)")[1] == [("out", "2\n")]
    helper.begin()
    assert run("print(x)")[0]["type"] == "NameError"


def test_each_run_begins_in_the_same_state():
    draws, before = [], (np.get_printoptions(), np.geterr(), [*warnings.filters])
    for _ in range(2):
        helper.begin()
        run("import numpy as np, random\nx = np.random.rand(), random.random()")
        draws.append(helper.namespace["x"])
        run("np.set_printoptions(2, 9, 1, 40, True); np.seterr(all='raise')")
        run("import warnings; warnings.simplefilter('error')")
    assert draws[0] == draws[1]
    helper.begin()
    assert before == (np.get_printoptions(), np.geterr(), warnings.filters)


def test_what_is_no_output_is_not_compared():
    code = "import sys; print('seen', file=sys.stderr); print(1)"
    said, heard = run(code, "1\n")
    assert said["differs"] == ""
    assert ("err", "seen\n") in heard


@pytest.mark.parametrize(
    ("kind", "rtol", "printed", "differs"),
    [
        ("exact", 0, "a 0.50", ""),
        ("exact", 0, "a 0.51", "-a 0.50\n+a 0.51"),
        ("numeric", 0, "a 0.51", ""),
        ("numeric", 0, "a 0.52", "-a 0.50\n+a 0.52"),
        ("numeric", 0.1, "a 0.54", ""),
        ("study", 0, "a 0.50\n7", ""),
        ("study", 0, "b", "the columns are others"),
    ],
)
def test_it_compares_by_kind(kind, rtol, printed, differs):
    said, _ = run(f"print({printed!r})", "a 0.50\n", kind, rtol)
    assert said["differs"] == differs


def test_only_the_lines_that_differ_are_shown():
    said, _ = run("print('a\\nb\\nc')", "a\nx\nc\n")
    assert said["differs"] == "-x\n+b"


@pytest.mark.parametrize(
    ("code", "line", "error"),
    [
        ("x = 1\n1 / 0", 2, "ZeroDivisionError: division by zero"),
        ("def f():\n    return 1 / 0\n\nf()", 2, "ZeroDivisionError"),
        ("x = 1\nx = = 2", 2, "SyntaxError"),
        ("import json\n\njson.loads('{')", 3, "json.decoder.JSONDecodeError"),
        ("raise SystemExit", 1, "SystemExit"),
    ],
)
def test_an_error_has_its_line(code, line, error):
    said, _ = run(code, "1\n")
    assert (said["ok"], said["line"], said["where"]) == (False, line, "listing 2")
    assert said["error"].startswith(error)
    assert "helper.py" not in said["text"]
    assert said["differs"] is None


def test_the_source_of_the_line_stands_in_the_traceback():
    assert "    1 / 0" in run("x = 1\n1 / 0  # here")[0]["text"]


def test_deep_calls_are_cut():
    said, _ = run("def f(): return g()\ndef g(): return f()\nf()")
    assert said["type"] == "RecursionError"
    assert "more calls" in said["text"]
    assert len(said["text"]) < 2000


def test_a_flood_is_cut_and_counted():
    said, heard = run("for i in range(300_000): print(i)")
    sent = "".join(text for _, text in heard)
    assert said["ok"]
    assert helper.LIMIT < len(sent) < helper.LIMIT + 100
    assert sent.endswith(f"\n[… {CUT} more characters]\n")


def test_the_streams_are_given_back():
    before = sys.stdout
    run("1 / 0")
    assert sys.stdout is before
