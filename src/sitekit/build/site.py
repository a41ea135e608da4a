"""Builds and serves the site: draw, build both languages, finish.

``build`` is what ``make site`` runs: plain steps around one MkDocs for each language,
which a different generator of the same two configurations would need too.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sitekit.build import archive, drawing, redirects, runs, search, sources
from sitekit.page.paths import BUILD, FIGURES

LOOPBACK = "http://127.0.0.1:8000/"
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
    """After both languages are built: figures, source pages, redirects, search."""
    for path in drawing.programs(root):
        for picture in drawing.pictures(drawing.target(root, path)).values():
            target = site / FIGURES / picture.relative_to(root / BUILD / FIGURES)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, target)
    runs.copy_pictures(root, site)
    sources.write_all(root, site)
    redirects.write_all(root, site)
    search.write_all(site)


def pages(root: Path, folder: Path, env: dict[str, str]) -> None:
    """Both languages at once, each by an MkDocs of its own.

    Raises:
        CalledProcessError: one of them failed; the other was waited for.
    """
    places = {"mkdocs.yml": folder, "mkdocs.en.yml": folder.with_name("site-en")}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    started = [
        subprocess.Popen([*command, "-f", config, "-d", str(place)], cwd=root, env=env)
        for config, place in places.items()
    ]
    for process in started:
        process.wait()
    for process in started:
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args)
    places["mkdocs.en.yml"].replace(folder / "en")


def build(root: Path) -> Path:
    """Build both languages in strict mode; replace ``site/`` only when all is well.

    The same site is packed into ``chainrule-site.zip`` beside it.
    """
    url = os.environ.get("SITE_URL", "")
    if not url:
        print(
            "SITE_URL is not set: canonical addresses and the sitemap will say "
            f"{LOOPBACK}. To publish: SITE_URL=https://… make site",
            file=sys.stderr,
        )
    drawing.draw_all(root)
    new, old = root / BUILD / "site", root / BUILD / "site-old"
    for path in (new, old):
        shutil.rmtree(path, ignore_errors=True)
    pages(root, new, environment(url or LOOPBACK) | runs.environment(root))
    finish(root, new)
    site = root / "site"
    if site.exists():
        site.replace(old)
    new.replace(site)
    shutil.rmtree(old, ignore_errors=True)
    size = archive.pack(site, root / f"{archive.NAME}.zip")
    print(f"wrote {archive.NAME}.zip ({size / 1e6:.1f} MB), the site to take along")
    return site


def serve(root: Path, address: str = "127.0.0.1:8000") -> int:
    drawing.draw_all(root)
    env = environment(f"http://{address}/") | {SERVES: "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", address]
    return subprocess.call(command, cwd=root, env=env)
