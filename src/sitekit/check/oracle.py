"""A pytest plugin: `agree` compares with an oracle and records what it compared.

Which functions of the package ran is recorded, too, so that a page shows beside
its code what that code was compared with, and no one has to guess it.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sitekit.check import equations
from sitekit.check.difference import as_array, difference, rounding
from sitekit.check.formulas import find
from sitekit.check.watch import ENTRIES, WATCH, Watch
from sitekit.page import ledger
from sitekit.page.printed import NAME
from sitekit.page.project import project


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """From its first fixture on a test that may `agree` is watched."""
    if "agree" not in getattr(item, "fixturenames", ()):
        return (yield)
    root = item.config.rootpath
    watch = item.stash[WATCH] = Watch(root.as_posix(), project(root).package)
    with watch:
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    with item.stash.get(WATCH, contextlib.nullcontext()):
        return (yield)


def pytest_configure(config: pytest.Config) -> None:
    config.stash[ENTRIES] = []


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    entries = (ledger.Entry(**e) for e in node.workeroutput["entries"])
    node.config.stash[ENTRIES].extend(entries)


def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    if hasattr(config, "workeroutput"):  # one of several processes: for its parent
        config.workeroutput["entries"] = [asdict(e) for e in config.stash[ENTRIES]]


@pytest.fixture
def agree(request: pytest.FixtureRequest) -> Callable[..., None]:
    """agree(unit, ours, oracle, rtol, against="torch.nn.Linear", atol=None).

    Asserts and records. Every number by itself is held to the wider of the bounds
    ``rtol * |oracle|`` and ``atol``, so that NumPy's ``isclose`` would take it, too.
    Unless it is given, ``atol`` is what rounding may leave beside the largest number
    of the oracle: four units in its last place, but no more than ``rtol`` of it.
    Another one stands where larger terms cancel: a few rounding errors of those.

    The functions recorded are all that ran since the test began: what is compared
    may have been computed before another comparison.
    """
    test, watch = request.node.nodeid, request.node.stash[WATCH]
    entries = request.config.stash[ENTRIES]

    def compare(
        unit: str,
        ours: Any,
        oracle: Any,
        rtol: float,
        *,
        against: str,
        atol: float | None = None,
    ) -> None:
        if atol is None:
            atol = rounding(ours, oracle, rtol)
        relative, absolute = difference(ours, oracle, rtol, atol)
        entry = ledger.Entry(
            unit=unit,
            test=test,
            against=against,
            relative=relative,
            absolute=absolute,
            rtol=float(rtol),  # NumPy's numbers do not travel between processes
            atol=float(atol),
            dtype=str(as_array(ours).dtype),
            device=getattr(getattr(ours, "device", None), "type", "cpu"),
            objects=watch.ran(),
        )
        entries.append(entry)
        said = f"{unit}: off by {{:.2e}}{{}} from {against}, {{}} {{:.0e}}"
        assert relative <= rtol, said.format(relative, " of it", "rtol", rtol)
        assert absolute <= atol, said.format(absolute, "", "atol", atol)

    return compare


@cache
def _printed(
    root: Path, label: str, lhs: str, *symbols: tuple[str, str]
) -> equations.Equation:
    # The pages stand still during a run, and to read LaTeX takes its time.
    return equations.parse(find(root, label), lhs, dict(symbols))


@pytest.fixture
def equation(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """equation("eq:mse", "L(w, b)", symbols): the right-hand side that a page prints.

    The test must so evaluate all lines of the equations that it is marked with, but
    for those checked by= something else, and compare them by agree(…, against="printed
    equation (2.3)").
    """
    found: list[equations.Equation] = []
    failed, config = request.session.testsfailed, request.config

    def parse(label: str, lhs: str, symbols: dict[str, str]) -> equations.Equation:
        found.append(_printed(config.rootpath, label, lhs, *symbols.items()))
        return found[-1]

    yield parse
    if request.session.testsfailed > failed:
        return  # it never came that far
    marks = [m for m in request.node.iter_markers("equation") if "by" not in m.kwargs]
    marked = sorted({label for mark in marks for label in mark.args})
    assert sorted({e.printed.label for e in found}) == marked, "marked, not evaluated"
    lines = {(e.printed.label, line) for e in found for line in e.lines}
    assert {(e.printed.label, e.lhs) for e in found} == lines, "lines not evaluated"
    names = {NAME.format(e.printed.tag) for e in found}
    test, entries = request.node.nodeid, config.stash[ENTRIES]
    assert names <= {e.against for e in entries if e.test == test}, "not compared"
