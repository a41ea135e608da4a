"""`--touched` in a run of the plugin itself, under git."""

import subprocess

import pytest
import sklearn.datasets  # noqa: F401 - pytester makes Python forget what it imports first

pytest_plugins = "pytester"
ONE = "tests/chainrule/test_one.py"


@pytest.fixture
def commit(suite):
    (suite.path / "tests/test_a.py").unlink()
    suite.write(ONE, "def test_one():\n    assert True\n")
    suite.write(".gitignore", "__pycache__/\n")

    def run(*words):
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
        subprocess.run([*git, *words], cwd=suite.path, check=True)

    def commit():
        run("add", ".")
        run("commit", "--quiet", "--message", "a")

    run("init", "--quiet")
    commit()
    return commit


def test_nothing_changed_asks_nothing_and_is_no_failure(suite, commit):
    result = suite.run("--touched")
    assert result.ret == pytest.ExitCode.OK
    result.assert_outcomes()
    result.stdout.fnmatch_lines(
        ["0 files differ from *", "`make test` asks everything"]
    )


TWO = ("--numprocesses", "2")


@pytest.mark.parametrize(
    ("changed", "asked", "processes"),
    [
        ("src/chainrule/one.py", 1, ()),
        ("docs/en/b.md", 0, ()),
        pytest.param("src/chainrule/one.py", 1, TWO, marks=pytest.mark.slow),
    ],
)
def test_a_change_asks_what_can_tell_it(suite, commit, changed, asked, processes):
    suite.write(changed, "# nothing\n")
    result = suite.run("--touched", *processes)
    result.assert_outcomes(passed=asked)
    result.stdout.fnmatch_lines(
        ["1 files differ from *", "1 files with tests can tell"]
    )


def test_what_was_asked_is_no_whole_run(suite, commit):
    suite.write("src/chainrule/one.py", "# nothing\n")
    result = suite.run("--ledger", "--touched", "-m", "not built")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["ledger not written: the run was not whole*"])
    assert suite.ledger is None


def test_what_failed_is_asked_again(suite, commit):
    suite.write(
        ONE, "def test_one():\n    assert False\n\n\ndef test_two():\n    pass\n"
    )
    commit()
    suite.run().assert_outcomes(failed=1, passed=3)
    suite.run("--touched").assert_outcomes(failed=1)


def test_no_such_commit(suite, commit):
    result = suite.run("--touched=nowhere")
    result.stderr.fnmatch_lines(["*--touched: git knows no commit 'nowhere' here*"])
