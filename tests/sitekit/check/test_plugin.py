"""The tests of the pages catch what they are for: runs the plugin itself."""

import json
import shutil
import sys
from pathlib import Path

import pytest
import sklearn.datasets  # noqa: F401 - pytester makes Python forget what it imports first
import torch

from sitekit.check.listings import blocks

pytest_plugins = "pytester"
ROOT = Path(__file__).parents[3]
CODE = "# kind: exact\n# --8<-- [start:a]\nx = 2\nprint(x + 1)\n# --8<-- [end:a]\n"
PAGE = """# Page

```python
--8<-- "snippets/a.py:a"
```

<!--pytest-codeblocks:expected-output-->

```text
--8<-- "snippets/a.out"
```

```python title="b.py"
--8<-- "snippets/b.py"
```
"""


class Project:
    """A copy of the project's test machinery with one page and one test."""

    def __init__(self, pytester, monkeypatch):
        self.path, self.pytester = pytester.path, pytester
        self.monkeypatch = monkeypatch
        for name in ("conftest.py", "pyproject.toml", "mkdocs.base.yml"):
            shutil.copy(ROOT / name, self.path)
        self.write("snippets/a.py", CODE)
        self.write("snippets/a.out", "3\n")
        self.write("snippets/b.py", "y = x * 5\nassert y == 10\n")
        self.write("docs/en/a.md", PAGE)
        self.write("src/chainrule/one.py", "def one():\n    return 1.0\n")
        self.write(
            "tests/test_a.py",
            "import runpy\nfrom pathlib import Path\n\nimport pytest\n\n"
            "one = runpy.run_path(Path('src/chainrule/one.py').resolve())['one']\n\n"
            "def test_one(agree):\n"
            '    agree("unit", one(), 1.0, 0, against="torch.one")\n\n'
            "@pytest.mark.built\ndef test_two(agree):\n"
            '    agree("unit", 2.0, 2.0, 0, against="torch.two")\n',
        )

    def write(self, path, text):
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def run(self, *args):
        # Its own, not ours.
        self.monkeypatch.delitem(sys.modules, "conftest", raising=False)
        quick = ("-p", "no:hypothesispytest")  # which takes longer than all the rest
        return self.pytester.runpytest_inprocess(*quick, *args)

    @property
    def ledger(self):
        file = self.path / "build" / "ledger.json"
        return json.loads(file.read_text("utf-8")) if file.exists() else None


@pytest.fixture
def project(pytester, monkeypatch):
    return Project(pytester, monkeypatch)


# -- listings ---------------------------------------------------------------------


def test_listings_of_a_page_pass_and_share_their_names(project):
    project.run("docs").assert_outcomes(passed=2)


def test_what_runs_is_what_the_page_shows(project):
    found = blocks(project.path / "docs/en/a.md", project.path)
    assert [(b.lineno, b.code.strip()) for b in found] == [
        (3, "x = 2\nprint(x + 1)"),
        (13, "y = x * 5\nassert y == 10"),
    ]
    assert found[0].expected_output.strip() == "3"


def test_a_changed_token_fails_with_page_line_and_source(project):
    project.write("snippets/b.py", "y = x * 6\nassert y == 10\n")
    result = project.run("docs")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ['  File "docs/en/a.md:13", line 2, in <module>', "    assert y == 10"]
    )


def test_an_error_inside_the_package_shows_its_line_too(project):
    project.write(
        "snippets/b.py", "from chainrule.scratch.nn import mse\nmse([1], 2)\n"
    )
    result = project.run("docs")
    result.stdout.fnmatch_lines(
        [
            '  File "docs/en/a.md:13", line 2, in <module>',
            '  File "*src/chainrule/scratch/nn/loss/mse.py", line *, in mse',
            "ValueError: shapes differ: *",
        ]
    )


def test_a_wrong_output_fails(project):
    project.write("snippets/a.out", "4\n")
    result = project.run("docs")
    result.assert_outcomes(failed=1, errors=0, passed=1)
    result.stdout.fnmatch_lines(
        ["*docs/en/a.md:3 printed", "*--- a.out", "*+++ printed", "*-4", "*+3"]
    )


def test_a_numeric_output_may_differ_in_the_last_place(project):
    project.write("snippets/a.py", CODE.replace("exact", "numeric"))
    for kept, outcome in ("3\n", {"passed": 2}), ("4\n", {"passed": 1, "failed": 1}):
        project.write("snippets/a.out", kept)
        project.run("docs").assert_outcomes(**outcome)
    numeric = CODE.replace("exact", "numeric").replace("x + 1", "x / 3")
    project.write("snippets/a.py", numeric.replace("x / 3", "f'{x / 3:.3f}'"))
    for kept, outcome in (
        ("0.668\n", {"passed": 2}),
        ("0.669\n", {"passed": 1, "failed": 1}),
    ):
        project.write("snippets/a.out", kept)
        project.run("docs").assert_outcomes(**outcome)


def test_a_study_is_asked_its_claims_and_not_its_digits(project):
    study = CODE.replace("exact", "study").replace("x + 1", "'loss\\n0.3'")
    project.write("snippets/a.py", study)
    claims = 'def low(rows):\n    """It is low."""\n    assert rows.one("loss") < {}\n'
    project.write("snippets/a.out", "loss\n0.4\n")
    project.write("snippets/a.claims.py", claims.format("0.5"))
    project.run("docs").assert_outcomes(passed=2)
    project.write("snippets/a.claims.py", claims.format("0.1"))
    result = project.run("docs")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*a.low: It is low."])
    project.write("snippets/a.out", "accuracy\n0.4\n")
    project.run("docs").stdout.fnmatch_lines(["*the columns are others"])


def test_a_failed_run_ends_with_what_failed_and_how_to_run_it_again(
    project, monkeypatch
):
    project.write("snippets/b.py", "1 / 0\n")
    monkeypatch.setenv("MACHINE", "old")
    lines = project.run("docs").outlines
    assert [line.strip() for line in lines if line.strip()][-3:] == [
        "failed:",
        "docs/en/a.md::line 13",
        "Run them again: make again MACHINE=old",
    ]
    monkeypatch.setenv("MACHINE", "")
    assert project.run("docs").outlines[-1].strip() == "Run them again: make again"


def test_a_missing_listing_fails(project):
    project.write("docs/en/a.md", PAGE.replace("a.py:a", "a.py:b"))
    result = project.run("docs")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["*SnippetMissingError: Snippet section 'b' could not*"]
    )


def test_one_listing_alone_runs_those_before_it(project):
    project.run("docs", "-k", "line and 13").assert_outcomes(passed=1, deselected=1)


def test_a_slow_listing_that_is_left_out_does_not_run(project):
    slow = '<!--pytest.mark.slow-->\n\n```python\n--8<-- "snippets/slow.py"\n```\n'
    project.write("snippets/slow.py", "raise RuntimeError\n")
    project.write("docs/en/a.md", PAGE.replace("```python title", f"{slow}\n```python"))
    project.run("docs", "-m", "not slow").assert_outcomes(passed=2, deselected=1)
    project.run("docs").assert_outcomes(passed=1, failed=2)


def test_the_other_language_runs_only_what_differs(project):
    log = "from pathlib import Path; f = Path('log').open('a'); f.write('1'); f.close()"
    project.write("snippets/a.py", CODE.replace("x = 2", f"x = 2; {log}"))
    project.write("docs/zh/a.md", PAGE.replace("# Page", "# 页"))
    project.run("docs").assert_outcomes(passed=4)
    assert (project.path / "log").read_text() == "1"
    more = '\n```python\n--8<-- "snippets/b.py"\n```\n'
    project.write("docs/zh/a.md", PAGE + more)  # needs the names of what it shares
    project.run("docs").assert_outcomes(passed=5)
    assert (project.path / "log").read_text() == "111"


def test_a_listing_in_a_tab_runs(project):
    tab = '=== "Tab"\n\n    ```python\n    --8<-- "snippets/a.py:a"\n    ```\n'
    project.write("docs/en/a.md", tab)
    [block] = blocks(project.path / "docs/en/a.md", project.path)
    assert (block.lineno, block.code) == (3, "x = 2\nprint(x + 1)\n")


@pytest.mark.parametrize("named", ["docs", "docs/en/b.py"])
def test_a_notebook_is_a_page(project, named):
    cells = "# %% [markdown]\n# # Title\n\n# %%\nx = 2\n\n# %%\nplot(x)\n"
    plot = "import matplotlib.pyplot as plt\n\n\ndef plot(x):\n    plt.show()\n"
    project.write("docs/en/a.md", "# No code\n")
    project.write("docs/en/b.py", cells.replace("x = 2\n", plot + "x = 2\n"))
    project.run(named).assert_outcomes(passed=2)
    project.write("docs/en/b.py", cells)
    result = project.run(named)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            '  File "docs/en/b.py:7", line 1, in <module>',
            "    plot(x)",
            "NameError: name 'plot' is not defined",
        ]
    )


def test_each_page_starts_in_the_same_state(project):
    project.write("snippets/a.py", CODE.replace("x + 1", "__import__('torch').rand(1)"))
    project.write("snippets/a.out", f"{torch.rand(1, generator=seeded())}\n")
    project.write("docs/zh/a.md", "```python\nimport torch; torch.rand(5)\n```\n")
    project.run("docs/zh", "docs/en").assert_outcomes(passed=3)


def test_a_page_leaves_no_dtype_behind(project):
    set_ = "import torch\ntorch.set_default_dtype(torch.float64)\nx = 2\nprint(x + 1)"
    project.write("snippets/a.py", CODE.replace("x = 2\nprint(x + 1)", set_))
    kept = "assert torch.get_default_dtype() == torch.float64\n"
    project.write("snippets/b.py", kept)
    project.run("docs").assert_outcomes(passed=2)
    assert torch.get_default_dtype() == torch.float32


def seeded():
    return torch.Generator().manual_seed(0)


# -- ledger -----------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("processes", [(), ("--numprocesses", "2")])
def test_whole_run_writes_the_ledger(project, processes):
    result = project.run("--ledger", "-m", "not built", *processes)
    result.assert_outcomes(passed=3)
    [entry] = project.ledger["entries"]
    assert entry == {
        "unit": "unit",
        "test": "tests/test_a.py::test_one",
        "against": "torch.one",
        "relative": 0.0,
        "rtol": 0,
        "absolute": 0.0,
        "atol": 0.0,
        "dtype": "float64",
        "device": "cpu",
        "objects": ["src/chainrule/one.py:one"],
    }
    assert list(project.ledger["files"]) == ["src/chainrule/one.py", "tests/test_a.py"]
    assert project.ledger["versions"]["PyTorch"] == torch.__version__
    result.stdout.fnmatch_lines(["1 measured agreements in build/ledger.json"])


@pytest.mark.parametrize(
    "args",
    [
        ["-k", "one"],
        ["tests"],
        ["-m", "not slow"],
        ["--deselect", "tests/test_a.py::test_two"],
        ["--ignore", "tests/test_a.py"],
        ["--collect-only"],
        ["--lf"],
    ],
    ids=" ".join,
)
def test_partial_run_writes_none(project, args):
    result = project.run("--ledger", *args)
    assert result.ret == 0
    assert project.ledger is None
    result.stdout.fnmatch_lines(["ledger not written: the run was not whole, *"])


def test_failing_run_writes_none(project):
    project.write("snippets/b.py", "1 / 0\n")
    project.run("--ledger").assert_outcomes(passed=3, failed=1)
    assert project.ledger is None


def test_no_ledger_unless_asked(project):
    project.run().assert_outcomes(passed=4)
    assert project.ledger is None
