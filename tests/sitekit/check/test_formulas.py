import pytest

from sitekit.check.formulas import find
from sitekit.page.paths import PageError

PAGE = "basics/line.md"


def test_is_found_with_its_number_and_line(project):
    text = (
        "# A\n\n$$\nx\n$$\n\n```\n$$ echo\n```\n\n$$\ny \\tag{1.2}\\label{eq:b}\n$$\n"
    )
    for lang in ("zh", "en"):
        project.write(f"docs/{lang}/{PAGE}", text)
    found = find(project.root, "eq:b")
    assert (found.tag, found.line, found.tex) == (
        "1.2",
        12,
        "y \\tag{1.2}\\label{eq:b}",
    )
    with pytest.raises(ValueError, match=r"eq:c must be once .* it is in no page"):
        find(project.root, "eq:c")
    project.replace(f"docs/zh/{PAGE}", "y", "z")
    with pytest.raises(PageError, match=r"en/.*:12: eq:b: 'y .* is 'z .* in docs/zh/"):
        find(project.root, "eq:b")
    project.write("docs/en/basics/curve.md", text)
    with pytest.raises(ValueError, match=r"en/basics/curve.md, docs/en/basics/line.md"):
        find(project.root, "eq:b")
