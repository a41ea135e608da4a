"""MkDocs hooks: mkdocs-jupyter shows a notebook in our markup, and one `mkdocs serve`
shows both languages, quickly.

Nothing here says what a page says.
"""

import os
from pathlib import Path
from threading import Thread
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from sitekit.build import beside, kept, site, supply
from sitekit.build.finish import redirects, search
from sitekit.build.jupyter import runner
from sitekit.build.slim import slim
from sitekit.page import ledger
from sitekit.page.paths import BUILD, LANGS, PageError

KEPT = kept.Kept()
ENGLISH: list[beside.Beside] = []  # of a server, from its start
WATCHED = ("docs", "snippets", "src", "mkdocs.en.yml", "mkdocs.base.yml")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def on_startup(command: str, dirty: bool) -> None:
    KEPT.install()
    runner.install()
    if command == "serve" and site.SERVES in os.environ:
        ENGLISH.append(beside.Beside())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if site.SERVES in os.environ:  # a page waits for no training
        options = config.plugins["mkdocs-jupyter"].config
        options["execute"], options["cache_dir"] = False, f"{options['cache_dir']}-code"
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    root = _root(config)
    for english in ENGLISH:
        english.wait()  # it may build still, if the last build failed before its end
        runner.forget(root)
    KEPT.begin(root)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """MkDocs has emptied the folder: English may be built into it."""
    for english in ENGLISH:
        url = f"{config.site_url.rstrip('/')}/en/" if config.site_url else None
        folder = Path(config.site_dir) / "en"
        english.begin(_root(config) / "mkdocs.en.yml", folder, url, config.strict)
    return files


def on_nav(nav: Any, config: MkDocsConfig, files: Files) -> None:
    """English is read from its end: what both languages have is made by one of them."""
    if Path(config.docs_dir).name == LANGS[1]:
        _turn(files)


def _turn(files: Files) -> None:
    for file in list(files)[::-1]:
        files.remove(file)
        files.append(file)


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
    if site.SERVES not in os.environ:
        return
    search.write(Path(config.site_dir))
    # What the tests measured, half a second's reading: the first edit finds it read.
    Thread(target=lambda: ledger.load(_root(config)).by_file, daemon=True).start()
    for english in ENGLISH:
        english.end()
        redirects.write_all(_root(config), Path(config.site_dir))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    on_nav(None, config, files)  # the search and the sitemap keep their order
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
