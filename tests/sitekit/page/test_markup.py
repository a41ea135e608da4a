from sitekit.page.markup import fenced, section, unfenced

LINE = "src/chainrule/nn/line.py"
TEXT = "a\n```text\n$x$\n```\nb\n    ````\n    ```\n    ````\nc"


def test_what_is_in_a_fence():
    lines = TEXT.split("\n")
    assert [line for line, inside in fenced(lines) if not inside] == ["a", "b", "c"]
    assert unfenced(TEXT) == "a\n\n\n\nb\n\n\n\nc"


def test_blank_lines_at_the_end_are_not_counted(project):
    project.replace(LINE, "# --8<-- [end:line]", "\n\n# --8<-- [end:line]")
    assert section(project.root, LINE, "line") == (4, 7)


def test_whole_file(project):
    assert section(project.root, LINE, None) == (1, 8)
    assert section(project.root, LINE, "line") == (4, 7)
