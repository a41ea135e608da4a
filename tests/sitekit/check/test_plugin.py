"""The tests of the pages catch what they are for: runs the plugin itself."""

import pytest
import sklearn.datasets  # noqa: F401 - pytester makes Python forget what it imports first
import torch

pytest_plugins = "pytester"


def test_a_failed_run_ends_with_what_failed_and_how_to_run_it_again(suite, monkeypatch):
    suite.write("snippets/b.py", "1 / 0\n")
    monkeypatch.setenv("MACHINE", "old")
    lines = suite.run("docs").outlines
    assert [line.strip() for line in lines if line.strip()][-3:] == [
        "failed:",
        "docs/en/a.md::line 13",
        "Run them again: make again MACHINE=old",
    ]
    monkeypatch.setenv("MACHINE", "")
    assert suite.run("docs").outlines[-1].strip() == "Run them again: make again"


@pytest.mark.slow
@pytest.mark.parametrize("processes", [(), ("--numprocesses", "2")])
def test_whole_run_writes_the_ledger(suite, processes):
    result = suite.run("--ledger", "-m", "not built", *processes)
    result.assert_outcomes(passed=3)
    [entry] = suite.ledger["entries"]
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
    assert list(suite.ledger["files"]) == ["src/chainrule/one.py", "tests/test_a.py"]
    assert suite.ledger["versions"]["PyTorch"] == torch.__version__
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
def test_partial_run_writes_none(suite, args):
    result = suite.run("--ledger", *args)
    assert result.ret == 0
    assert suite.ledger is None
    result.stdout.fnmatch_lines(["ledger not written: the run was not whole, *"])


def test_failing_run_writes_none(suite):
    suite.write("snippets/b.py", "1 / 0\n")
    suite.run("--ledger").assert_outcomes(passed=3, failed=1)
    assert suite.ledger is None


def test_no_ledger_unless_asked(suite):
    suite.run().assert_outcomes(passed=4)
    assert suite.ledger is None
