from pathlib import Path

import pytest

from sitekit.page.paths import LANGS
from sitekit.page.project import Project
from sitekit.page.project import project as read

ROOT = Path(__file__).parents[3]


def test_it_is_the_table(project):
    assert read(project.root) == Project(
        package="chainrule",
        archive="lines-site",
        title={"zh": "直线们", "en": "Lines"},
        licence={"text": "CC0", "code": "0BSD"},
        browser=["chainrule.nn"],
    )
    project.replace("pyproject.toml", "lines-site", "line-site")
    assert read(project.root).archive == "line-site"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("archive =", "# archive ="), "lacks 'archive'"),
        (("archive =", "folder = 'x'\narchive ="), "has 'folder', which is no key"),
        (("[tool.sitekit]", "[tool.other]"), "lacks 'package'"),
    ],
)
def test_a_fault_is_named(project, change, message):
    project.replace("pyproject.toml", *change)
    with pytest.raises(
        ValueError, match=rf"^pyproject\.toml: \[tool\.sitekit\] {message}"
    ):
        read(project.root)


@pytest.mark.parametrize("lang", LANGS)
def test_the_sites_say_the_same(lang):
    file = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}[lang]
    lines = (ROOT / file).read_text("utf-8").splitlines()
    assert f"site_name: {read(ROOT).title[lang]}" in lines
    [said] = [line for line in lines if line.startswith("copyright: ")]
    assert all(licence in said for licence in read(ROOT).licence.values())


def naming(folder: Path, names: list[str]) -> list[str]:
    """Files that name the project; what was vendored for it may."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {"vendor", "__pycache__"} & {*path.parts}
        if any(name.lower() in path.read_text("utf-8").lower() for name in names)
    ]


def test_no_code_of_ours_names_the_project(tmp_path):
    ours = read(ROOT)
    names = [ours.package, ours.archive, *ours.title.values()]
    assert naming(ROOT / "src/sitekit", names) == []
    (tmp_path / "build").mkdir()
    (tmp_path / "build/x.py").write_text('TITLE = "ChainRule"\n', "utf-8")
    assert naming(tmp_path, names) == ["build/x.py"]
