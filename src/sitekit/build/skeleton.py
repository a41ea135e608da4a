"""A new page: both languages with the headings of its units, and what goes with it."""

import re
from pathlib import Path

from sitekit.page.files import Row, rows, write
from sitekit.page.paths import LANGS

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")
CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
FIRST = "by-hand"  # the program that a page begins with
PROGRAM = '''# kind: exact
"""The formula on two numbers."""

# --8<-- [start:steps]
x = 3
print(x**2)
# --8<-- [end:steps]
'''
PAGE = """---
description:
---

# {title}

## {heading} {{ #{ident} }}

```python
--8<-- "snippets/{topic}/{program}.py:steps"
```

<!--pytest-codeblocks:expected-output-->

```text
--8<-- "snippets/{topic}/{program}.out"
```
"""
TEST = '''"""What {topic} teaches, compared with something independent."""

import pytest


def test_listings():
    pytest.fail("{topic} proves nothing yet: see CONTRIBUTING.md, Add a page, 3")
'''
START = {"zh": "从一个例子开始", "en": "An example first"}


def create(root: Path, topic: str) -> list[Path]:
    """Write the skeleton of ``part/page``; return the files that are new or changed.

    Raises:
        ValueError: no such page is planned, or it is there.
    """
    planned = {row["path"]: row for row in rows(root, "pages")}
    if not NAME.fullmatch(topic):
        raise ValueError(f"{topic!r} is no page: write part/page, as in docs/pages.csv")
    if topic not in planned:
        raise ValueError(f"docs/pages.csv has no {topic}: give it a row there first")
    units = [unit for unit in rows(root, "units") if unit["page"] == topic]
    name = topic.partition("/")[2]
    texts = {
        f"snippets/{topic}/{FIRST}.py": PROGRAM,
        f"snippets/{topic}/{FIRST}.out": "9\n",
        f"tests/snippets/test_{name.replace('-', '_')}.py": TEST.format(topic=topic),
    }
    for lang in LANGS:
        texts[f"docs/{lang}/{topic}.md"] = page(planned[topic], units, lang)
    if there := [path for path in texts if (root / path).exists()]:
        raise ValueError(f"{there[-1]} is there already")
    for lang, config in CONFIGS.items():
        nav = (root / config).read_text("utf-8")
        texts[config] = listed(nav, topic, rows(root, "pages"), lang)
    return [root / path for path, text in texts.items() if write(root / path, text)]


def page(row: Row, units: list[Row], lang: str) -> str:
    """The page with a heading for each unit, by the first of its names."""
    names = [re.split("[;；]", unit[lang])[0].strip() for unit in units]
    heads = [*zip(names, (unit["id"] for unit in units), strict=True)]
    first, *rest = heads or [(START[lang], "example")]
    fields = {"topic": row["path"], "program": FIRST, "title": row[lang]}
    text = PAGE.format(heading=first[0], ident=first[1], **fields)
    return text + "".join(f"\n## {said} {{ #{ident} }}\n" for said, ident in rest)


def listed(config: str, topic: str, planned: list[Row], lang: str) -> str:
    """The configuration with the page in its navigation, in the order of the table."""
    part = topic.partition("/")[0]
    lines = config.split("\n")
    order = [row["path"] for row in planned if "/" in row["path"]]
    places = {line.strip()[2:].removesuffix(".md"): n for n, line in enumerate(lines)}
    before = [path for path in order[: order.index(topic)] if path in places]
    beside = [p for p in order if p in places and p.startswith(f"{part}/")]
    entry = [f"      - {topic}.md"]
    if not beside:
        title = next(row[lang] for row in planned if row["path"] == part)
        entry.insert(0, f"  - {title}:")
    # A new part follows the part before it, which may have later pages by now.
    at = places[beside[0]] - 1 if beside else places[before[-1]]
    if beside and before and before[-1] in beside:
        at = places[before[-1]]
    return "\n".join([*lines[: at + 1], *entry, *lines[at + 1 :]])
