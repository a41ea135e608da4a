"""MkDocs hooks of the Chinese configuration: English is built after Chinese.

Nothing here changes what a page says. With a generator that has no hooks the same
is done by two builds, one per configuration, and ``sitekit.site.finish``.
"""

import os
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from sitekit import drawing, site

WATCHED = ("docs", "snippets", "src", "mkdocs.en.yml", "mkdocs.base.yml")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def on_pre_build(config: MkDocsConfig) -> None:
    drawing.draw_all(_root(config))


def on_post_build(config: MkDocsConfig) -> None:
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
