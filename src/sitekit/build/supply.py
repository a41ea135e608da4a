"""While serving, figures, source pages and copies are made when first asked for.

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
from sitekit.build.finish import browser, copies, sources
from sitekit.page.files import write
from sitekit.page.paths import BUILD, COPY, FIGURES, LANGS, RUN, SOURCE

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
# A server has assets for each language, beside which a page looks for the folder.
WORKERS = f"{RUN}/worker.js", f"{LANGS[1]}/{RUN}/worker.js"
_artists = cache(partial(drawing.artists, os.cpu_count() or 1))
_BUSY: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)


def supply(root: Path, site: Path, path: str) -> None:
    """Make ``site/path`` if it is made from something that may have changed.

    Python for the browser is made as a whole, when its worker is asked for.
    """
    part, _, name = path.partition("/")
    if path in WORKERS:
        with _BUSY[site / RUN]:
            browser.write_all(root, site / path.removesuffix(WORKERS[0]))
    if part == FIGURES:
        _figure(root, site, name)
    elif part == SOURCE:
        _source(root, site, name.removesuffix(".html"))
    elif part == COPY:
        _copy(root, site, name.removesuffix(".js"))


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


def _copy(root: Path, site: Path, topic: str) -> None:
    if (root / "docs" / LANGS[0] / f"{topic}.md").is_file():
        write(site / COPY / f"{topic}.js", copies.of(root, topic))


def supplied(root: Path, site: Path, mount: str, app: Wsgi) -> Wsgi:
    """The server's application, which makes what it lacks before it looks for it."""

    def serve(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        supply(root, site, environ.get("PATH_INFO", "").removeprefix(mount))
        return app(environ, start)

    return serve
