"""Builds and serves the site: draw, build both languages, finish.

``build`` is what ``make site`` runs: plain steps around one MkDocs for each language,
which a different generator of the same two configurations would need too.
"""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

from sitekit.build.figures import drawing, explorers
from sitekit.build.finish import (
    archive,
    assets,
    browser,
    copies,
    fonts,
    redirects,
    search,
    sources,
    styles,
    whitespace,
)
from sitekit.build.jupyter import notebooks, runner
from sitekit.page.paths import BUILD, FIGURES

LOOPBACK = "http://127.0.0.1:8000/"
# The error of a page, or a warning, which in strict mode is one.
FAULT = re.compile(r"(?:(?:WARNING|ERROR) +- +(?:Error reading page '.*?': ?)?)(.+)")
SERVES = "SITEKIT_SERVES"  # tells the hooks that one MkDocs shows both languages


def environment(url: str) -> dict[str, str]:
    """What both configurations read: the address of each language's site."""
    url = url.rstrip("/") + "/"
    return {
        **os.environ,
        "SITE_URL": url,
        "SITE_URL_EN": url + "en/",
        "NO_MKDOCS_2_WARNING": "1",
    }


def finish(root: Path, site: Path) -> None:
    """After both languages are built: redirects, search, and what pages lead to."""
    redirects.write_all(root, site)
    search.write_all(site)
    assets.share(site)
    whitespace.write_all(site)
    notebooks.write_all(root, site)
    fonts.write_all(root, site)
    styles.write_all(root, site)
    sources.write_all(root, site)
    browser.write_all(root, site)
    copies.write_all(root, site)
    made = [drawing.pictures(root, path).values() for path in drawing.programs(root)]
    data = [explorers.data(root, path) for path in explorers.programs(root)]
    for file in (*chain(*made), *data):
        target = site / FIGURES / file.relative_to(root / BUILD / FIGURES)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def pages(root: Path, folder: Path, env: dict[str, str]) -> None:
    """Both languages at once, each by an MkDocs of its own.

    Raises:
        RuntimeError: says the faults of both, one a line.
    """
    places = {"mkdocs.yml": folder, "mkdocs.en.yml": folder.with_name("site-en")}
    with ThreadPoolExecutor(len(places)) as pool:
        said = pool.map(lambda name: mkdocs(root, name, places[name], env), places)
        faults = list(dict.fromkeys(line for lines in said for line in lines))
    if faults:
        raise RuntimeError("\n".join(faults))
    places["mkdocs.en.yml"].replace(folder / "en")


def mkdocs(root: Path, config: str, place: Path, env: dict[str, str]) -> list[str]:
    """Build one language; return what was wrong, if anything was."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config]
    command += ["-d", str(place)]
    process = subprocess.Popen(
        command, cwd=root, env=env, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stderr
    lines = []
    for line in process.stderr:  # shown at once, and kept
        print(line, end="", file=sys.stderr)
        lines.append(line.strip())
    if not process.wait():
        return []
    faults = [match[1] for line in lines if (match := FAULT.match(line))]
    if not faults:  # an error of ours: its traceback stands above
        return [f"{config}: {lines[-1] if lines else process.returncode}"]
    # What a page is to blame for names it; what MkDocs says does not say the language.
    return [f if f.startswith("docs/") else f"{config}: {f}" for f in faults]


def build(root: Path) -> Path:
    """Build both languages in strict mode; replace ``site/`` only when all is well.

    The same site is packed into an archive beside it.
    """
    url = os.environ.get("SITE_URL", "")
    if not url:
        print(
            "SITE_URL is not set: canonical addresses and the sitemap will say "
            f"{LOOPBACK}. To publish: SITE_URL=https://… make site",
            file=sys.stderr,
        )
    drawing.draw_all(root)
    explorers.write_all(root)
    new, old = root / BUILD / "site", root / BUILD / "site-old"
    for path in (new, old):
        shutil.rmtree(path, ignore_errors=True)
    runner.forget(root)
    pages(root, new, environment(url or LOOPBACK))
    finish(root, new)
    site = root / "site"
    if site.exists():
        site.replace(old)
    new.replace(site)
    shutil.rmtree(old, ignore_errors=True)
    packed = archive.pack(root, site)
    size = packed.stat().st_size / 1e6
    print(f"wrote {packed.name} ({size:.1f} MB), the site to take along")
    return site


def serve(root: Path, address: str = "127.0.0.1:8000") -> int:
    # Compiled Python goes elsewhere: written into src/, it would look like an edit.
    compiled = {"PYTHONPYCACHEPREFIX": str(root / BUILD / "pycache")}
    env = environment(f"http://{address}/") | compiled | {SERVES: "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", address]
    return subprocess.call(command, cwd=root, env=env)
