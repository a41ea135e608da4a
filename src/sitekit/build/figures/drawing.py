"""Draws the figures: ``snippets/**/x.py`` with ``draw(lang)`` -> SVG in ``build/``.

One program, two pictures (Chinese and English, each light and dark), drawn by as many
processes as there are cores. A picture is drawn again only when its program, what
it imports from this project, the files beside it that it may read, the style or
the drawing libraries changed. A missing glyph or a picture over its weight is an
error that names the program.
"""

import gzip
import hashlib
import os
import runpy
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tqdm import tqdm

from sitekit.build.figures import style, svg
from sitekit.build.workers import workers
from sitekit.page.files import write
from sitekit.page.paths import BUILD, FIGURES, LANGS
from sitekit.page.pictures import address, inches
from sitekit.page.programs import of_kind
from sitekit.page.uses import uses

MAX_GZIP = 60_000  # bytes of one picture over the wire


def programs(root: Path) -> list[Path]:
    """The programs below ``snippets/`` that draw."""
    return of_kind(root, "figure")


def key(root: Path, path: Path, *, beside: bool = True) -> str:
    """Changes when the pictures of ``path``, or what it prints, might."""
    folder = path.parent.iterdir() if beside else ()
    read = {p for p in folder if p.suffix in (".out", ".csv")}
    ours = {*map(Path, (__file__, svg.__file__, style.__file__)), style.FONT}
    digest = hashlib.sha256()
    for file in sorted({path, *read, *uses(root, path), *ours}):
        # By content and name, never by place or by line ends, so that a clone agrees.
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(file.name.encode() + b"\0" + content + b"\0")
    digest.update(makers().encode())
    return digest.hexdigest()


@cache
def makers() -> str:
    """The libraries that draw."""
    return "".join(map(version, ("matplotlib", "numpy", "torch", "scikit-learn")))


def pictures(root: Path, path: Path) -> dict[str, Path]:
    """The picture of each language."""
    name = path.relative_to(root / "snippets").with_suffix("")
    topic = name.parent.as_posix()
    return {lang: root / BUILD / address(topic, name.name, lang) for lang in LANGS}


def note(root: Path, path: Path) -> Path:
    """Where the key of the drawn pictures is: ``build/figures/basics/page/x.key``."""
    name = path.relative_to(root / "snippets").with_suffix(".key")
    return root / BUILD / FIGURES / name


def stale(root: Path, path: Path) -> bool:
    done = note(root, path)
    whole = all(picture.is_file() for picture in pictures(root, path).values())
    return not (whole and done.is_file() and done.read_text("utf-8") == key(root, path))


def draw(root: Path, path: Path) -> None:
    """Draw a program's picture for each language; its key is written last.

    Raises:
        ValueError: the picture is too heavy, or not of the size that its program says.
        UserWarning: the font lacks a letter.
    """
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib.font_manager import fontManager

    if not any(font.fname == str(style.FONT) for font in fontManager.ttflist):
        fontManager.addfont(str(style.FONT))
    size = inches(path.read_text("utf-8"))
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=".*[Gg]lyph.*missing")
        function = runpy.run_path(str(path))["draw"]
        for lang, file in pictures(root, path).items():
            light = themed(function, lang, "light", size)
            image = svg.both(light, partial(themed, function, lang, "dark", size))
            weight = len(gzip.compress(image.encode()))
            if weight > MAX_GZIP:
                raise ValueError(
                    f"{weight} bytes gzipped, over {MAX_GZIP}: draw fewer points, "
                    "or pass rasterized=True to the dense artist"
                )
            write(file, image)
    write(note(root, path), key(root, path))


def themed(
    function: Callable[[str], Any], lang: str, theme: str, size: tuple[float, float]
) -> str:
    """The SVG of what ``draw`` returns, in the colours of a theme."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    try:
        with mpl.rc_context({**mpl.rcParamsDefault, "backend": "svg"}):
            mpl.rcParams.update(style.parameters(theme))
            figure = function(lang)
            if tuple(figure.get_size_inches()) != size:
                width, height = figure.get_size_inches()
                raise ValueError(
                    f"drawn {width:g} x {height:g} inches, but the page keeps a place "
                    f"of {size[0]:g} x {size[1]:g}: write figsize=({width:g}, "
                    f"{height:g}) in the program"
                )
            return svg.of(figure)
    finally:
        plt.close("all")


def fault_in(make: Callable[[Path, Path], None], root: Path, path: Path) -> str | None:
    """Make; say why if that fails, in a line that another process can have."""
    try:
        make(root, path)
    except (Exception, SystemExit) as error:
        return f"{path.relative_to(root)}: {type(error).__name__}: {error}"
    return None


def fault_of(root: Path, path: Path) -> str | None:
    """Draw; say why if that fails."""
    return fault_in(draw, root, path)


def artists(most: int) -> ProcessPoolExecutor:
    """Processes that draw: one a core, but no more than ``most``."""
    # A thread each: torch's own would wait for each other.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    return workers(min(most, os.cpu_count() or 1))


def faults_of(
    make: Callable[[Path, Path], None],
    root: Path,
    todo: list[Path],
    quiet: bool = True,
) -> list[str]:
    """Make all of these, in as many processes as there are cores; say what failed."""
    if not todo:
        return []
    pool = artists(len(todo))
    try:
        jobs = [pool.submit(fault_in, make, root, path) for path in todo]
        done = as_completed(jobs)
        seen = tqdm(done, "figures", len(jobs), unit="fig", disable=quiet)
        return [fault for job in seen if (fault := job.result())]
    finally:
        pool.shutdown(cancel_futures=True)


def draw_all(root: Path, quiet: bool = False) -> int:
    """Draw what is stale; return how many programs drew.

    Raises:
        RuntimeError: names every program that failed and why.
    """
    todo = [path for path in programs(root) if stale(root, path)]
    if faults := faults_of(draw, root, todo, quiet):
        raise RuntimeError("figures that could not be drawn:\n" + "\n".join(faults))
    return len(todo)
