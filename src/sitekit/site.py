"""Builds and serves the site: two MkDocs configurations and a few plain steps.

``build`` is what ``make site`` runs; ``finish`` are the steps after MkDocs, which a
different generator of the same two configurations would run too.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sitekit import archive, drawing, redirects, runs, search, sources
from sitekit.paths import BUILD, FIGURES

LOOPBACK = "http://127.0.0.1:8000/"


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
    search.mend(site)


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
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(new)]
    subprocess.run(command, cwd=root, env=environment(url or LOOPBACK), check=True)
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
    env = environment(f"http://{address}/")
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", address]
    return subprocess.call(command, cwd=root, env=env)
