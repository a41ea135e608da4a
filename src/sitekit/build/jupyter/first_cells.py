"""The cells before a page's own: what makes its notebook run where nothing of ours is.

One installs the packages that the page imports; one writes the files of this project
that it needs, each to be read there as it is. A package is written anew: with all that
it exports, each notebook would carry most of the project.
"""

import ast
import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sitekit.page.paths import Page
from sitekit.page.project import project
from sitekit.page.uses import Needs, needs

DISTRIBUTION = {"sklearn": "scikit-learn"}  # where it is not named as the module is
SETUP, INSTALL = "setup", "install"  # tags: not of the page; asks the network
FOLDED = {"jupyter": {"source_hidden": True}}
TEXT = {
    "zh": {
        "install": "# {}：文字与图 {text}，代码 {code}。这一格安装本页用到的库。",
        "name": "# 下面展示的程序不自行启动",
        "ours": "# 本页从 {} 导入的源文件（{code}），原样写到笔记本旁边；"
        "各包的 __init__.py 只留用到的名字。",
    },
    "en": {
        "install": "# {}: text and figures {text}, code {code}. "
        "This cell installs what the page imports.",
        "name": "# a program that is shown below does not start by itself",
        "ours": "# The files of {} ({code}) that the page imports, written beside\n"
        "# the notebook as they are; an __init__.py has only the names that are used.",
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
    root, text, ours = page.root, TEXT[page.lang], project(page.root)
    needed = needs(root, code)
    foreign = sorted(needed.foreign - sys.stdlib_module_names)
    asked = [requirements(root)[DISTRIBUTION.get(name, name)] for name in foreign]
    lines = [text["install"].format(address, **ours.licence)]
    if asked:
        lines.append("%pip install -q " + " ".join(f'"{each}"' for each in asked))
    cells = [code_cell("\n".join(lines), {"tags": [SETUP, INSTALL]})]
    if "__name__" in code:
        cells.append(code_cell(f"__name__ = 'page'  {text['name']}", {"tags": [SETUP]}))
    if texts := carried(root, needed):
        about = {"tags": [SETUP], **FOLDED}
        head = text["ours"].format(ours.package, **ours.licence)
        cells.append(code_cell(written(head, texts), about))
    return cells


def carried(root: Path, needed: Needs) -> dict[str, str]:
    """The files to write, by their names below ``src/``."""
    texts = {file: handing_on(file, names) for file, names in needed.packages.items()}
    texts |= {file: file.read_text("utf-8") for file in needed.files}
    return {
        file.relative_to(root / "src").as_posix(): text
        for file, text in sorted(texts.items())
    }


def handing_on(file: Path, names: set[str]) -> str:
    """An ``__init__`` that hands on only these names, in its order."""
    tree = ast.parse(file.read_text("utf-8"))
    about = (ast.get_docstring(tree) or "").split("\n")[0]
    lines = [f'"""{about}"""'] if about else []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            node.names = [a for a in node.names if (a.asname or a.name) in names]
            if node.names:
                lines.append(ast.unparse(node))
    return "".join(f"{line}\n" for line in lines)


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
