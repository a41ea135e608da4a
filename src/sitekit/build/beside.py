"""While one MkDocs serves, a process beside it builds the other language.

Two languages are then built in the time of one, by the same hooks, and each process
keeps the pages of its own.
"""

import logging
from concurrent.futures import Future
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
        self.job = self.pool.submit(language, config, folder, url, strict)

    def wait(self) -> str:
        """When nothing is being built any more, what went wrong."""
        job, self.job = self.job, None
        try:
            return job.result() if job else ""
        except BrokenProcessPool:
            return "what built the other language is gone: start the server anew"

    def end(self) -> None:
        """
        Raises:
            Abort: says what went wrong.
        """
        if fault := self.wait():
            raise Abort(fault)


def language(config: Path, folder: Path, url: str | None, strict: bool) -> str:
    """In the other process: build, and return what went wrong."""
    found = load_config(str(config), strict=strict, site_dir=str(folder))
    if url:  # `mkdocs serve` sets its own
        found.site_url = url
    found.plugins.on_startup(command="build", dirty=False)
    logging.basicConfig(format="%(levelname)-8s-  %(message)s")  # as MkDocs' command
    try:
        build(found)
    except Abort as fault:
        return str(fault)
    return ""
