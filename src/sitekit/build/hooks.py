"""MkDocs hooks: mkdocs-jupyter shows a notebook in our markup, and one `mkdocs serve`
shows both languages, quickly.

Nothing here says what a page says.
"""

import os
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.pages import Page

from sitekit.build import kept, site, supply
from sitekit.build.jupyter import runner
from sitekit.build.slim import slim
from sitekit.page.paths import BUILD, LANGS, PageError

KEPT = kept.Kept()
WATCHED = ("docs", "snippets", "src", "mkdocs.en.yml", "mkdocs.base.yml")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _is_first(config: MkDocsConfig) -> bool:
    return Path(config.docs_dir).name == LANGS[0]


def _shows_both(config: MkDocsConfig) -> bool:
    """Whether this is the Chinese build of a server, which shows English, too."""
    return _is_first(config) and site.SERVES in os.environ


def on_startup(command: str, dirty: bool) -> None:
    KEPT.install()
    runner.install()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if site.SERVES in os.environ:  # a page waits for no training
        options = config.plugins["mkdocs-jupyter"].config
        options["execute"], options["cache_dir"] = False, f"{options['cache_dir']}-code"
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    root = _root(config)
    if _shows_both(config):
        runner.forget(root)
    if _is_first(config) or site.SERVES not in os.environ:
        KEPT.begin(root)  # once for both languages of a server


def on_build_error(error: Exception) -> None:
    """A fault of a page is said in one line, without MkDocs' traceback."""
    if isinstance(error, PageError):
        raise Abort(str(error))


@event_priority(100)
def _before_search(context: Any, page: Page, **_: Any) -> None:
    page.whole, page.content = page.content, slim(page.content or "")  # type: ignore[attr-defined]


@event_priority(-100)
def _after_search(context: Any, page: Page, **_: Any) -> None:
    page.content = page.whole  # type: ignore[attr-defined]


on_page_context = CombinedEvent(_before_search, _after_search)


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
    site.finish_pages(root, folder)


def on_env(env: Any, config: MkDocsConfig, files: Any) -> Any:
    folder = _root(config) / BUILD / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(os.fspath(folder))
    return env


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    root = _root(config)
    for name in WATCHED:
        server.watch(os.fspath(root / name))
    app = supply.supplied(root, Path(server.root), server.mount_path, server.get_app())
    server.set_app(app)
    return server
