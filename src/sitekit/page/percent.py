r"""Percent scripts: notebooks as Python files, read as pages of Markdown.

    # ---
    # description: Front matter, as in any page.
    # ---

    # %% [markdown]
    # # Title

    # %% name
    x = 1

A code cell becomes a fence (with its name, if it has one), and every line keeps its
number, so that whatever is said of a line of the page is true of the file.
"""

import re

MARKER = re.compile(r"# %%(?: (?P<name>[a-z][\w-]*))?(?P<text> \[markdown\])?")
RULE = "# ---"  # around the front matter


def markdown(source: str) -> str:
    """The script as Markdown, line for line.

    Raises:
        ValueError: a line that is neither code nor comment, a marker of another
            form, or a code cell with no blank line behind it.
    """
    out: list[str] = []
    kind = "front"
    for n, line in enumerate([*source.split("\n"), "# %% [markdown]"], 1):
        if match := MARKER.fullmatch(line):
            if kind == "code":
                last = max(n for n, text in enumerate(out) if text)
                if last + 1 == len(out):
                    raise ValueError(f"line {n}: no blank line before this cell")
                out[last + 1] = "```"
            kind = "text" if match["text"] else "code"
            name = match["name"]
            fence = f"```{{ .python #{name} }}" if name else "```python"
            out.append("" if match["text"] else fence)
        elif line.startswith("# %%"):
            raise ValueError(f"line {n}: {line!r} is no marker of a cell")
        elif kind == "code":
            out.append(line)
        elif kind == "front" and line == RULE:
            out.append("---")
        elif not line or line == "#" or line.startswith("# "):
            out.append(line[2:])
        else:
            raise ValueError(f"line {n}: {line!r} is no comment")
    return "\n".join(out[:-1])
