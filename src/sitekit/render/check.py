"""Checks: ``<!-- check: softmax -->`` on a line of its own, below an exercise.

Becomes a quiet box: what to write, the command that checks it, and a button that does
it here (``docs/theme/assets/js/check.js``). The module that knows the exercises is
named by ``checks`` in ``[tool.sitekit]``; it has ``find(name)``, which raises
LookupError, and is run by ``python -m``.
"""

import html
from importlib import import_module
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from sitekit.page.paths import Page
from sitekit.page.project import project
from sitekit.render.marker import register
from sitekit.render.remember import Remember

TEXT = {
    "zh": {
        "title": "检查你的答案",
        "where": "式 ({})",
        "stop": "：",
        "comma": "，",
        "button": "在这里检查",
        "which": "在这里检查 {}",
    },
    "en": {
        "title": "Check yours",
        "where": "equation ({})",
        "stop": ": ",
        "comma": ", ",
        "button": "Check here",
        "which": "Check {} here",
    },
}


def box(shown: Remember, name: str) -> list[str]:
    """What to write, the command, and the button."""
    page, text = shown.page, TEXT[shown.page.lang]
    module = project(page.root).checks
    if not module:
        raise ValueError("[tool.sitekit] names no module of checks")
    exercise = import_module(module).find(name)
    signature = exercise.signature(name)
    equation = equation_of(page, exercise)
    number = text["where"].format(exercise.number)
    told = html.escape(getattr(exercise, page.lang))
    start = html.escape(f"import numpy as np\n\n\ndef {signature}:\n    ")
    made = (
        f'<div class="check" data-module="{module}" data-search-exclude>'
        f"<p><b>{text['title']}</b> <code>{html.escape(signature)}</code>"
        f'{text["comma"]}<a href="{equation}">{number}</a>{text["stop"]}{told}</p>'
        f"<pre><code>python -m {module} {name} mine.py</code></pre>"
        f'<button type="button" data-tool="check" data-name="{name}" '
        f'data-start="{start.replace(chr(10), "&#10;")}" '
        f'aria-label="{text["which"].format(name)}" hidden>'
        f"{text['button']}</button></div>"
    )
    return [shown.mark(made)]


def equation_of(page: Page, exercise: Any) -> str:
    """The address of the equation that an exercise asks for, from the built page."""
    if exercise.page == page.topic:
        return f"#{exercise.equation}"
    there = Page(page.root, page.lang, f"{exercise.page}.md")
    return f"{page.link(there.url)}/#{exercise.equation}"


class Check(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/ and pyproject.toml"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        register(md, self.getConfig("root"), "check", box)


def makeExtension(**config: Any) -> Check:
    return Check(**config)
