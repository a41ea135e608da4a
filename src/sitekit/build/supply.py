"""While serving, figures and source pages are made when a browser first asks for them.

A figure takes a second or ten, and there are hundreds; a page is there at once, with
a place of the right size, and its pictures come as they are scrolled to.
"""

import os
import shutil
import sys
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

from sitekit.build.figures import drawing, explorers
from sitekit.build.finish import sources
from sitekit.page.files import write
from sitekit.page.paths import BUILD, FIGURES, SOURCE

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
_artists = cache(partial(drawing.artists, os.cpu_count() or 1))
_BUSY: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)


def supply(root: Path, site: Path, path: str) -> None:
    """Make ``site/path`` if it is a figure or a source page that is missing or old."""
    part, _, name = path.partition("/")
    if part == FIGURES:
        _figure(root, site, name)
    elif part == SOURCE:
        _source(root, site, name.removesuffix(".html"))


def _figure(root: Path, site: Path, name: str) -> None:
    program = root / "snippets" / f"{name.partition('.')[0]}.py"
    room = explorers if name.endswith(".js") else drawing
    if program not in room.programs(root):
        return
    with _BUSY[program]:  # the picture may be asked for in two languages at once
        if room.stale(root, program):
            fault = _artists().submit(room.fault_of, root, program).result()
            if fault:
                print(fault, file=sys.stderr)
    picture, target = root / BUILD / FIGURES / name, site / FIGURES / name
    if picture.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, target)


def _source(root: Path, site: Path, name: str) -> None:
    if html := sources.of(root, name):
        write(site / SOURCE / f"{name}.html", html)


def supplied(root: Path, site: Path, mount: str, app: Wsgi) -> Wsgi:
    """The server's application, which makes what it lacks before it looks for it."""

    def serve(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        supply(root, site, environ.get("PATH_INFO", "").removeprefix(mount))
        return app(environ, start)

    return serve
