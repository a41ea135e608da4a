"""Draws the figures: ``snippets/**/x.py`` with ``draw(lang)`` -> SVG in ``build/``.

One program, four pictures (Chinese and English, light and dark), drawn by as many
processes as there are cores. A picture is drawn again only when its program, what
it imports from this project, the files beside it that it may read, the style or
the drawing libraries changed. A missing glyph or a picture over its weight is an
error that names the program.
"""

import gzip
import hashlib
import io
import os
import re
import runpy
import warnings
from concurrent.futures import ProcessPoolExecutor, as_completed
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tqdm import tqdm

from sitekit.build import style
from sitekit.page.files import write
from sitekit.page.imports import imports
from sitekit.page.paths import BUILD, FIGURES, LANGS
from sitekit.page.programs import of_kind

MAX_GZIP = 60_000  # bytes of one picture over the wire
DECIMALS = re.compile(r"-?\d+\.\d{3,}")
# Paths and places; never scale(), where a hundredth is a third of a glyph's size.
ROUNDED = re.compile(r'(?<= d=")[^"]+|(?<= points=")[^"]+|translate\([^)]+\)')
METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.S)


def programs(root: Path) -> list[Path]:
    """The programs below ``snippets/`` that draw."""
    return of_kind(root, "figure")


def key(root: Path, path: Path, *, beside: bool = True) -> str:
    """Changes when the pictures of ``path``, or what it prints, might."""
    folder = path.parent.iterdir() if beside else ()
    read = {p for p in folder if p.suffix in (".out", ".csv")}
    ours = {Path(__file__), Path(style.__file__), style.FONT}
    ours |= imports(root, path.read_text("utf-8"))
    digest = hashlib.sha256()
    for file in sorted({path, *read, *ours}):
        # By content and name, never by place or by line ends, so that a clone agrees.
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(file.name.encode() + b"\0" + content + b"\0")
    for package in ("matplotlib", "numpy", "torch", "scikit-learn"):
        digest.update(version(package).encode())
    return digest.hexdigest()


def target(root: Path, path: Path) -> Path:
    """``snippets/basics/page/x.py`` -> ``build/figures/basics/page/x``."""
    name = path.relative_to(root / "snippets").with_suffix("")
    return root / BUILD / FIGURES / name


def pictures(stem: Path) -> dict[tuple[str, str], Path]:
    return {
        (lang, theme): stem.with_name(f"{stem.name}.{lang}.{theme}.svg")
        for lang in LANGS
        for theme in style.THEMES
    }


def stale(root: Path, path: Path) -> bool:
    stem = target(root, path)
    done = stem.with_name(stem.name + ".key")
    whole = all(p.is_file() for p in pictures(stem).values())
    return not (whole and done.is_file() and done.read_text("utf-8") == key(root, path))


def draw(root: Path, path: Path) -> None:
    """Draw the four pictures of one program; its key is written last."""
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt
    from matplotlib.font_manager import fontManager

    if not any(font.fname == str(style.FONT) for font in fontManager.ttflist):
        fontManager.addfont(str(style.FONT))
    stem = target(root, path)
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=".*[Gg]lyph.*missing")
        function = runpy.run_path(str(path))["draw"]
        for (lang, theme), file in pictures(stem).items():
            with mpl.rc_context({**mpl.rcParamsDefault, "backend": "svg"}):
                mpl.rcParams.update(style.parameters(theme))
                svg = to_svg(function(lang))
            plt.close("all")
            weight = len(gzip.compress(svg.encode()))
            if weight > MAX_GZIP:
                raise ValueError(
                    f"{weight} bytes gzipped, over {MAX_GZIP}: draw fewer points, "
                    "or pass rasterized=True to the dense artist"
                )
            write(file, svg)
    write(stem.with_name(stem.name + ".key"), key(root, path))


def to_svg(figure: Any) -> str:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    svg = METADATA.sub("", buffer.getvalue().decode())
    # A hundredth of a point is invisible, and a third of the bytes.
    return ROUNDED.sub(lambda m: DECIMALS.sub(_short, m[0]), svg)


def _short(match: re.Match[str]) -> str:
    return f"{float(match[0]):.2f}".rstrip("0").rstrip(".")


def _job(root: Path, path: Path) -> str | None:
    try:
        draw(root, path)
    except (Exception, SystemExit) as error:
        return f"{path.relative_to(root)}: {type(error).__name__}: {error}"
    return None


def draw_all(root: Path, quiet: bool = False) -> int:
    """Draw what is stale; return how many programs drew.

    Raises:
        RuntimeError: names every program that failed and why.
    """
    todo = [path for path in programs(root) if stale(root, path)]
    if not todo:
        return 0
    faults = []
    # Not forked: by now KaTeX's engine or torch may have threads of their own.
    pool = ProcessPoolExecutor(
        min(len(todo), os.cpu_count() or 1), mp_context=get_context("spawn")
    )
    try:
        jobs = [pool.submit(_job, root, path) for path in todo]
        for job in tqdm(
            as_completed(jobs), "figures", len(jobs), unit="fig", disable=quiet
        ):
            if fault := job.result():
                faults.append(fault)
    finally:
        pool.shutdown(cancel_futures=True)
    if faults:
        raise RuntimeError("figures that could not be drawn:\n" + "\n".join(faults))
    return len(todo)
