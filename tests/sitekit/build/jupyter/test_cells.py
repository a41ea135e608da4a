import pytest

from sitekit.build.jupyter.cells import Cell, split

CODE = "```python\nx = 1\n```"
INNER = "    ```python\n    x = 1\n    ```"
OUTPUT = "<!--pytest-codeblocks:expected-output-->\n\n```text\n1\n```"


def cells(text: str) -> list[Cell]:
    return split(text.split("\n"))


def test_text_and_code_take_turns():
    assert cells(f"# Title\n\nText.\n\n\n{CODE}\n\nMore.\n") == [
        Cell("# Title\n\nText."),
        Cell("x = 1", is_code=True),
        Cell("More."),
    ]


def test_a_heading_begins_a_cell():
    assert cells("One.\n\n## Two\n\nText.\n") == [Cell("One."), Cell("## Two\n\nText.")]


def test_a_hash_in_a_fence_is_no_heading():
    text = "```sh\n# install\nmake\n```"
    assert cells(text) == [Cell(text)]


def test_what_a_listing_prints_is_left_out():
    found = cells(f"{CODE}\n\n{OUTPUT}\n\n```text\nkept\n```\n")
    assert found == [Cell("x = 1", is_code=True), Cell("```text\nkept\n```")]
    assert cells(f"<!--pytest.mark.slow-->\n\n{CODE}") == [Cell("x = 1", is_code=True)]


def test_a_tab_is_a_bold_heading():
    assert cells(f'=== "NumPy"\n\n{INNER}\n\n=== "PyTorch"\n\n    Text.\n\nAfter.') == [
        Cell("**NumPy**"),
        Cell("x = 1", is_code=True),
        Cell("**PyTorch**\n\nText.\n\nAfter."),
    ]


def test_a_warning_is_a_quotation():
    assert cells('!!! warning "Careful"\n    One.\n\n    Two.\n\nAfter.') == [
        Cell("> **Careful**\n>\n> One.\n>\n> Two.\n\nAfter.")
    ]


@pytest.mark.parametrize("mark", ["???", "???+"])
def test_a_fold_out_without_code_folds(mark):
    assert cells(f'{mark} success "Answer"\n    It is $1$.\n') == [
        Cell("<details><summary>Answer</summary>\n\nIt is $1$.\n\n</details>")
    ]


def test_code_in_a_fold_out_is_folded():
    nested = INNER.replace("    ", "        ")
    assert cells(f'=== "Tab"\n\n    ??? info "Base"\n        Text.\n\n{nested}\n') == [
        Cell("**Tab**"),
        Cell("**Base**"),
        Cell("Text.", folded=False),
        Cell("x = 1", is_code=True, folded=True),
    ]
