"""The pytest plugin: listings, oracles, who runs what, and what a run leaves behind."""

import os
import platform
import sys
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
import torch
from xdist.scheduler import LoadScopeScheduling

from sitekit.check.choosing import Chosen
from sitekit.check.watch import ENTRIES
from sitekit.page import ledger, tested

pytest_plugins = ["sitekit.check.listings", "sitekit.check.oracle"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--ledger",
        action="store_true",
        help="write build/ledger.json if the whole suite runs and passes",
    )
    parser.addoption(
        "--touched",
        nargs="?",
        const="",
        metavar="COMMIT",
        help="ask only what can tell the change since a commit (the branch's start)",
    )
    parser.addoption(
        "--seed",
        type=int,
        default=0,
        help="move the seeds of all studies: do their claims hold for others?",
    )


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Failed(), "what-failed")
    if config.option.touched is not None:
        config.pluginmanager.register(Chosen(config), "what-is-touched")
    config.addinivalue_line(
        "markers",
        "equation(*labels, by=None): binds a test to labelled equations of a page, "
        "which it evaluates, or checks by other means",
    )


class Failed:
    """The last lines of a failed run: what failed, and how to run just that again."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.found[report.nodeid] = None

    def pytest_unconfigure(self) -> None:
        if self.found:
            machine = os.environ.get("MACHINE", "")
            again = "make again" + f" MACHINE={machine}" * bool(machine)
            print("\nfailed:", *self.found, f"Run them again: {again}", sep="\n  ")


class ByFile(LoadScopeScheduling):
    """Hands out whole files, for what is made once for all of a file's tests.

    A page's two languages go to one worker, which runs code that they share once;
    of the contracts, which are long and alike, each test goes where there is room,
    and so does each page that the browser opens.
    """

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.split("::")[0]
        if path.startswith("docs/"):
            return path.split("/", 2)[2]
        if path == "tests/site/test_browser.py":
            return nodeid
        return nodeid.split("[")[0] if path.startswith("tests/contracts/") else path


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    return ByFile(config, log)


def is_whole(config: pytest.Config) -> bool:
    """Whether a run has all tests but those of the built site, which come later."""
    option = config.option
    parts = ("keyword", "deselect", "ignore", "ignore_glob", "lf", "collectonly")
    return (
        config.args_source is config.ArgsSource.TESTPATHS
        and option.markexpr in ("", "not built")
        and option.touched is None
        and not any(getattr(option, part, None) for part in parts)
    )


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    config = session.config
    if hasattr(config, "workeroutput") or not config.option.ledger:
        return  # of several processes the parent writes
    if exitstatus != 0 or not is_whole(config):
        print("\nledger not written: the run was not whole, or it failed")
        return
    entries = config.stash[ENTRIES]
    versions = {
        "Python": platform.python_version(),
        "NumPy": np.__version__,
        "PyTorch": torch.__version__,
    }
    root = config.rootpath
    date = datetime.now(UTC).date().isoformat()
    ledger.save(root, entries, versions, date, tested.digests(root))
    where = ledger.ledger_file(root).relative_to(root)
    print(f"\n{len(entries)} measured agreements in {where}")
    sys.stdout.flush()
