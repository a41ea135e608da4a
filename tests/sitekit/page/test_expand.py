import pytest

from sitekit.page.expand import expand
from sitekit.page.paths import PageError

PATH = "docs/en/basics/line.md"


def test_listings_stand_in_place_and_lines_know_theirs(project):
    text = 'One.\n\n```python\n--8<-- "snippets/basics/line/steps.py"\n```\n\nTwo.\n'
    file = project.write(PATH, text)
    expanded, origin = expand(file, project.root)
    lines = expanded.split("\n")
    assert lines[2:5] == ["```python", "# kind: exact", "x = 1 < 2"]
    assert len(lines) == len(origin)
    assert origin[lines.index("x = 1 < 2")] == 4
    assert origin[lines.index("Two.")] == 7


def test_a_section_of_a_listing_in_a_tab(project):
    line = '    --8<-- "snippets/basics/line/steps.py:a"'
    file = project.write(PATH, f'=== "Tab"\n\n    ```python\n{line}\n    ```\n')
    assert expand(file, project.root)[0].split("\n")[3] == "    x = 1 < 2"


@pytest.mark.parametrize("more", [' title="x"', " hl_lines=1"])
def test_a_fence_says_its_language_alone(project, more):
    file = project.write(PATH, f"```python{more}\nx = 1\n```\n\n```text{more}\n```\n")
    text = expand(file, project.root)[0]
    assert text == "```python\nx = 1\n```\n\n```text\n```\n"


def test_what_a_fence_says_in_a_fence_is_left_alone(project):
    text = '````text\n```python title="x"\n````\n'
    assert expand(project.write(PATH, text), project.root)[0] == text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("steps.py:none", "Snippet section 'none' could not be located"),
        ("none.py", "Snippet at path 'snippets/basics/line/none.py' could not be"),
    ],
)
def test_what_is_missing_is_named_with_its_line(project, name, said):
    line = f'--8<-- "snippets/basics/line/{name}"'
    file = project.write(PATH, f"```python\n{line}\n```\n")
    with pytest.raises(PageError) as caught:
        expand(file, project.root)
    assert str(caught.value).startswith(f"{PATH}:2: {said}")
    assert str(caught.value).endswith(line)
