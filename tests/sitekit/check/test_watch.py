import runpy
from pathlib import Path

import pytest

from sitekit.check.watch import Watch

PROGRAM = """
def outer():
    def inner():
        return 1
    return inner() + [n for n in (1,)][0]

def idle():
    return 0

class Line:
    def forward(self):
        return outer()
"""


@pytest.fixture
def ours(tmp_path):
    file = tmp_path / "src/chainrule/a.py"
    file.parent.mkdir(parents=True)
    file.write_text(PROGRAM, "utf-8")
    return runpy.run_path(str(file))


def test_functions_that_ran_by_their_names(ours, tmp_path):
    watch = Watch(str(tmp_path), "chainrule")
    with watch:
        ours["Line"]().forward()
    assert watch.ran() == (
        "src/chainrule/a.py:Line.forward",
        "src/chainrule/a.py:outer",  # and what stands inside of it
    )
    watch.profiler.disable()


def test_what_ran_before_or_elsewhere_does_not_count(ours, tmp_path):
    ours["idle"]()
    watch = Watch(str(tmp_path), "chainrule")
    with watch:
        Path("x").with_suffix(".y")
    assert watch.ran() == ()
    watch.profiler.disable()


def test_it_goes_on_after_it_was_asked(ours, tmp_path):
    watch = Watch(str(tmp_path), "chainrule")
    with watch:
        ours["outer"]()
        first = watch.ran()
        ours["idle"]()
    assert {*watch.ran()} - {*first} == {"src/chainrule/a.py:idle"}
    watch.profiler.disable()


def test_an_import_runs_nothing(tmp_path):
    file = tmp_path / "src/chainrule/b.py"
    file.parent.mkdir(parents=True)
    file.write_text("class A:\n    x = 1\n", "utf-8")
    watch = Watch(str(tmp_path), "chainrule")
    with watch:
        runpy.run_path(str(file))
    assert watch.ran() == ()
    watch.profiler.disable()
