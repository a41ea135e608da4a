"""While one MkDocs serves, a process beside it builds the other language.

Two languages are then built in the time of one, by the same hooks, and each process
keeps the pages of its own.
"""

import logging
from concurrent.futures import Future, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from sitekit.build.workers import workers


class Beside:
    """One build at a time: ``begin``, then ``end``, which waits for it."""

    def __init__(self) -> None:
        self.pool = workers(1)
        self.job: Future[str] | None = None

    def begin(self, config: Path, folder: Path, url: str | None, strict: bool) -> None:
        """Start to build a language into ``folder``; ``url`` is its address."""
        what = config, folder, url, strict
        try:
            self.job = self.pool.submit(language, *what)
        except BrokenProcessPool:
            self.pool = workers(1)
            self.job = self.pool.submit(language, *what)

    def wait(self) -> None:
        """Until nothing is being built any more, whatever came of it."""
        if self.job:
            wait([self.job])

    def end(self) -> None:
        """
        Raises:
            Abort: says what went wrong.
        """
        assert self.job
        try:
            fault = self.job.result()
        except BrokenProcessPool:
            fault = "what built the other language is gone: the next edit begins anew"
        if fault:
            raise Abort(fault)


def language(config: Path, folder: Path, url: str | None, strict: bool) -> str:
    """In the other process: build, and return what went wrong."""
    logging.basicConfig(format="%(levelname)-8s-  %(message)s")  # as MkDocs' command
    try:
        found = load_config(str(config), strict=strict, site_dir=str(folder))
        if url:  # `mkdocs serve` sets its own
            found.site_url = url
        found.plugins.on_startup(command="build", dirty=False)
        build(found)
    except Abort as fault:
        return str(fault)
    return ""
