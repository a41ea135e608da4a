import json

import pytest

from sitekit.build import supply
from sitekit.build.finish import copies

FENCE = '# A line\n\n```python\n--8<-- "snippets/basics/line/steps.py:a"\n```\n'


def test_one_file_for_both_languages(project, tmp_path):
    for lang in ("zh", "en"):
        project.write(f"docs/{lang}/basics/line.md", FENCE)
    copies.write_all(project.root, tmp_path / "site")
    (file,) = (tmp_path / "site").rglob("*.js")
    assert file.relative_to(tmp_path).as_posix() == "site/copy/basics/line.js"
    said = file.read_text("utf-8").removeprefix("tools.copy.keep(").removesuffix(")\n")
    assert json.loads(said)["listings"] == {}
    supply.supply(project.root, tmp_path / "served", "copy/basics/line.js")
    supply.supply(project.root, tmp_path / "served", "copy/basics/none.js")
    (served,) = (tmp_path / "served").rglob("*.js")
    assert served.read_text("utf-8") == file.read_text("utf-8")


def test_other_code_in_another_language(project):
    project.write("docs/zh/basics/line.md", FENCE)
    with pytest.raises(ValueError, match=r"^docs/en/basics/line\.md: its code is not"):
        copies.of(project.root, "basics/line")
