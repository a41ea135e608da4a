"""The cells before a page's own: what makes its notebook run where nothing of ours is.

One installs the packages that the page imports; one writes the modules of this project
that its imports run, each to be read there as it is.
"""

import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sitekit.page.imports import imports, modules
from sitekit.page.paths import Page

DISTRIBUTION = {"sklearn": "scikit-learn"}  # where it is not named as the module is
SETUP, INSTALL = "setup", "install"  # tags: not of the page; asks the network
FOLDED = {"jupyter": {"source_hidden": True}}
TEXT = {
    "zh": {
        "install": "# {}：文字与图 CC BY 4.0，代码 MIT。这一格安装本页用到的库。",
        "name": "# 下面展示的程序不自行启动",
        "ours": "# 本页从 chainrule 导入的源文件（MIT），原样写到笔记本旁边。",
    },
    "en": {
        "install": "# {}: text and figures CC BY 4.0, code MIT. "
        "This cell installs what the page imports.",
        "name": "# a program that is shown below does not start by itself",
        "ours": "# The files of chainrule (MIT) that the page imports, "
        "written beside the notebook as they are.",
    },
}


def code_cell(text: str, about: dict[str, Any]) -> dict[str, Any]:
    empty: dict[str, Any] = {"execution_count": None, "outputs": []}
    return {"cell_type": "code", **empty, "metadata": about, "source": text}


@cache
def requirements(root: Path) -> dict[str, str]:
    """What the project asks of other packages, by their names."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["site"]
    return {re.split(r"[^\w-]", line)[0]: line for line in lines}


def first_cells(page: Page, code: str, address: str) -> list[dict[str, Any]]:
    """The cells before the page's own; ``address`` says whose they are."""
    root, text = page.root, TEXT[page.lang]
    files = {p.relative_to(root / "src").as_posix(): p for p in imports(root, code)}
    texts = {name: files[name].read_text("utf-8") for name in sorted(files)}
    named = frozenset().union(*map(modules, (code, *texts.values())))
    tops = {name.split(".")[0] for name in named} - sys.stdlib_module_names
    foreign = sorted(tops - {name.split("/")[0] for name in texts})
    asked = [requirements(root)[DISTRIBUTION.get(name, name)] for name in foreign]
    lines = [text["install"].format(address)]
    if asked:
        lines.append("%pip install -q " + " ".join(f'"{each}"' for each in asked))
    cells = [code_cell("\n".join(lines), {"tags": [SETUP, INSTALL]})]
    if "__name__" in code:
        cells.append(code_cell(f"__name__ = 'page'  {text['name']}", {"tags": [SETUP]}))
    if texts:
        about = {"tags": [SETUP], **FOLDED}
        cells.append(code_cell(written(text["ours"], texts), about))
    return cells


def written(head: str, texts: dict[str, str]) -> str:
    """Code that writes these files, each to be read in it as it is."""
    lines = [head, "from pathlib import Path", "", "files = {}"]
    for name, text in texts.items():
        if "'''" in text:
            raise ValueError(f"src/{name}: ''' would end the string that holds it")
        lines.append(f"files[{name!r}] = r'''{text}'''")
    return "\n".join(
        [
            *lines,
            "",
            "for name, text in files.items():",
            "    Path(name).parent.mkdir(parents=True, exist_ok=True)",
            '    Path(name).write_text(text, "utf-8")',
            "del Path, files, name, text",
        ]
    )
