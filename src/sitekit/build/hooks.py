"""MkDocs hooks: notebooks become pages, and one `mkdocs serve` shows both languages.

Nothing here says what a page says. With a generator that has no hooks, notebooks have
to be run and converted (``render.notebook``) beforehand.
"""

import os
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from sitekit.build import drawing, ipynb, runs, site
from sitekit.page import paths
from sitekit.page.files import write
from sitekit.page.notebooks import is_notebook

WATCHED = ("docs", "snippets", "src", "mkdocs.en.yml", "mkdocs.base.yml")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _page(page: Page, config: MkDocsConfig) -> paths.Page:
    return paths.Page(_root(config), Path(config.docs_dir).name, page.file.src_uri)


def _is_first(config: MkDocsConfig) -> bool:
    return Path(config.docs_dir).name == paths.LANGS[0]


def _shows_both(config: MkDocsConfig) -> bool:
    """Whether this is the Chinese build of a server, which shows English, too."""
    return _is_first(config) and site.SERVES in os.environ


def on_pre_build(config: MkDocsConfig) -> None:
    root = _root(config)
    if _shows_both(config):
        drawing.draw_all(root)
        os.environ.update(runs.environment(root))


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    if is_notebook(page.file.src_uri):
        return paths.read(Path(page.file.abs_src_path or ""))
    return None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """What mkdocs-jupyter made of a notebook gives way to the page of its Markdown."""
    if not is_notebook(page.file.src_uri):
        return html
    ours = _page(page, config)
    runs.keep(ours, html)
    Page.render(page, config, files)  # mkdocs-jupyter put its own in its place
    name = Path(ours.topic).with_suffix(".ipynb").name
    target = Path(page.file.abs_dest_path).with_name(name)
    write(target, ipynb.make(ours, page.canonical_url or ""))
    return page.content or ""


def on_post_build(config: MkDocsConfig) -> None:
    if not _shows_both(config):
        return
    root, folder = _root(config), Path(config.site_dir)
    english = load_config(
        str(root / "mkdocs.en.yml"), strict=config.strict, site_dir=str(folder / "en")
    )
    if config.site_url:  # `mkdocs serve` sets its own
        english.site_url = config.site_url.rstrip("/") + "/en/"
    english.plugins.on_startup(command="build", dirty=False)
    build(english)
    site.finish(root, folder)


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    for name in WATCHED:
        server.watch(os.fspath(_root(config) / name))
    return server
