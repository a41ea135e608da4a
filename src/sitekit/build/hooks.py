"""MkDocs hooks: the search cuts Chinese at the glossary's terms, mkdocs-jupyter shows a
notebook in our markup, and one `mkdocs serve` shows both languages.

Nothing here says what a page says.
"""

import os
from pathlib import Path
from typing import Any

import jieba
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from sitekit.build import drawing, runner, site
from sitekit.page.files import rows
from sitekit.page.paths import LANGS, PageError

WATCHED = ("docs", "snippets", "src", "mkdocs.en.yml", "mkdocs.base.yml")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _is_first(config: MkDocsConfig) -> bool:
    return Path(config.docs_dir).name == LANGS[0]


def _shows_both(config: MkDocsConfig) -> bool:
    """Whether this is the Chinese build of a server, which shows English, too."""
    return _is_first(config) and site.SERVES in os.environ


def on_pre_build(config: MkDocsConfig) -> None:
    root = _root(config)
    runner.use_templates()
    if _is_first(config):
        jieba.load_userdict([row["zh"] for row in rows(root, "terms")])
    if _shows_both(config):
        drawing.draw_all(root)
        runner.forget(root)


def on_build_error(error: Exception) -> None:
    """A fault of a page is said in one line, without MkDocs' traceback."""
    if isinstance(error, PageError):
        raise Abort(str(error))


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
