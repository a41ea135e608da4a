"""The tests of the pages catch what they are for."""

import sklearn.datasets  # noqa: F401 - pytester makes Python forget what it imports first
import torch
from helpers.suites import CODE, PAGE

from sitekit.check.listings import blocks

pytest_plugins = "pytester"


def test_listings_of_a_page_pass_and_share_their_names(suite):
    suite.run("docs").assert_outcomes(passed=2)


def test_what_runs_is_what_the_page_shows(suite):
    found = blocks(suite.path / "docs/en/a.md", suite.path)
    assert [(b.lineno, b.code.strip()) for b in found] == [
        (3, "x = 2\nprint(x + 1)"),
        (13, "y = x * 5\nassert y == 10"),
    ]
    assert found[0].expected_output.strip() == "3"


def test_a_changed_token_fails_with_page_line_and_source(suite):
    suite.write("snippets/b.py", "y = x * 6\nassert y == 10\n")
    result = suite.run("docs")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ['  File "docs/en/a.md:13", line 2, in <module>', "    assert y == 10"]
    )


def test_an_error_inside_the_package_shows_its_line_too(suite):
    suite.write("snippets/b.py", "from chainrule.scratch.nn import mse\nmse([1], 2)\n")
    result = suite.run("docs")
    result.stdout.fnmatch_lines(
        [
            '  File "docs/en/a.md:13", line 2, in <module>',
            '  File "*src/chainrule/scratch/nn/loss/mse.py", line *, in mse',
            "ValueError: shapes differ: *",
        ]
    )


def test_a_wrong_output_fails(suite):
    suite.write("snippets/a.out", "4\n")
    result = suite.run("docs")
    result.assert_outcomes(failed=1, errors=0, passed=1)
    result.stdout.fnmatch_lines(
        ["*docs/en/a.md:3 printed", "*--- a.out", "*+++ printed", "*-4", "*+3"]
    )


def test_a_numeric_output_may_differ_in_the_last_place(suite):
    suite.write("snippets/a.py", CODE.replace("exact", "numeric"))
    for kept, outcome in ("3\n", {"passed": 2}), ("4\n", {"passed": 1, "failed": 1}):
        suite.write("snippets/a.out", kept)
        suite.run("docs").assert_outcomes(**outcome)
    numeric = CODE.replace("exact", "numeric").replace("x + 1", "x / 3")
    suite.write("snippets/a.py", numeric.replace("x / 3", "f'{x / 3:.3f}'"))
    for kept, outcome in (
        ("0.668\n", {"passed": 2}),
        ("0.669\n", {"passed": 1, "failed": 1}),
    ):
        suite.write("snippets/a.out", kept)
        suite.run("docs").assert_outcomes(**outcome)


def test_a_study_is_asked_its_claims_and_not_its_digits(suite):
    study = CODE.replace("exact", "study").replace("x + 1", "'loss\\n0.3'")
    suite.write("snippets/a.py", study)
    claims = 'def low(rows):\n    """It is low."""\n    assert rows.one("loss") < {}\n'
    suite.write("snippets/a.out", "loss\n0.4\n")
    suite.write("snippets/a.claims.py", claims.format("0.5"))
    suite.run("docs").assert_outcomes(passed=2)
    suite.write("snippets/a.claims.py", claims.format("0.1"))
    result = suite.run("docs")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*a.low: It is low."])
    suite.write("snippets/a.out", "accuracy\n0.4\n")
    suite.run("docs").stdout.fnmatch_lines(["*the columns are others"])


def test_a_missing_listing_fails(suite):
    suite.write("docs/en/a.md", PAGE.replace("a.py:a", "a.py:b"))
    result = suite.run("docs")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["docs/en/a.md:4: Snippet section 'b' could not be located: --8<-- *"]
    )


def test_one_listing_alone_runs_those_before_it(suite):
    suite.run("docs", "-k", "line and 13").assert_outcomes(passed=1, deselected=1)


def test_a_slow_listing_is_left_to_its_program(suite):
    slow = '<!--pytest.mark.slow-->\n\n```python\n--8<-- "snippets/slow.py"\n```\n'
    suite.write("snippets/slow.py", "raise RuntimeError\n")
    suite.write("docs/en/a.md", PAGE.replace("```python title", f"{slow}\n```python"))
    suite.run("docs").assert_outcomes(passed=2)
    other = slow.replace("snippets/slow.py", "tests/test_a.py")
    suite.write("docs/en/a.md", PAGE + f"\n{other}")
    result = suite.run("docs")
    result.assert_outcomes(errors=1)
    said = "docs/en/a.md:19: a slow listing must be of a program of snippets/"
    result.stdout.fnmatch_lines([said])


def test_the_other_language_runs_only_what_differs(suite):
    log = "from pathlib import Path; f = Path('log').open('a'); f.write('1'); f.close()"
    suite.write("snippets/a.py", CODE.replace("x = 2", f"x = 2; {log}"))
    suite.write("docs/zh/a.md", PAGE.replace("# Page", "# 页"))
    suite.run("docs").assert_outcomes(passed=4)
    assert (suite.path / "log").read_text() == "1"
    more = '\n```python\n--8<-- "snippets/b.py"\n```\n'
    suite.write("docs/zh/a.md", PAGE + more)  # needs the names of what it shares
    suite.run("docs").assert_outcomes(passed=5)
    assert (suite.path / "log").read_text() == "111"


def test_a_listing_in_a_tab_runs(suite):
    tab = '=== "Tab"\n\n    ```python\n    --8<-- "snippets/a.py:a"\n    ```\n'
    suite.write("docs/en/a.md", tab)
    [block] = blocks(suite.path / "docs/en/a.md", suite.path)
    assert (block.lineno, block.code) == (3, "x = 2\nprint(x + 1)\n")


def test_each_page_starts_in_the_same_state(suite):
    suite.write("snippets/a.py", CODE.replace("x + 1", "__import__('torch').rand(1)"))
    suite.write("snippets/a.out", f"{torch.rand(1, generator=seeded())}\n")
    suite.write("docs/zh/a.md", "```python\nimport torch; torch.rand(5)\n```\n")
    suite.run("docs/zh", "docs/en").assert_outcomes(passed=3)


def test_a_page_leaves_no_dtype_behind(suite):
    set_ = "import torch\ntorch.set_default_dtype(torch.float64)\nx = 2\nprint(x + 1)"
    suite.write("snippets/a.py", CODE.replace("x = 2\nprint(x + 1)", set_))
    kept = "assert torch.get_default_dtype() == torch.float64\n"
    suite.write("snippets/b.py", kept)
    suite.run("docs").assert_outcomes(passed=2)
    assert torch.get_default_dtype() == torch.float32


def seeded():
    return torch.Generator().manual_seed(0)
