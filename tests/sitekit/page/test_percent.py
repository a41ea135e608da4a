import jupytext
import pytest

from sitekit.page import percent

SCRIPT = """\
# ---
# description: A line.
# ---

# %% [markdown]
# # Title
#
# - item $x$
#     - more

# %%
x = 1

# a comment

# %% named


def f():
    return "# %% no marker"


# %% [markdown]
# End.

# %%
f()
"""
PAGE = """\
---
description: A line.
---


# Title

- item $x$
    - more

```python
x = 1

# a comment
```
```{ .python #named }


def f():
    return "# %% no marker"
```


End.

```python
f()
```"""


def test_every_line_keeps_its_number():
    assert percent.markdown(SCRIPT) == PAGE
    assert PAGE.count("\n") == SCRIPT.count("\n")


def test_jupytext_reads_the_same_cells():
    cells = jupytext.reads(SCRIPT, "py:percent").cells
    assert [cell.cell_type for cell in cells] == [
        *("raw", "markdown", "code", "code", "markdown", "code")
    ]
    for cell in cells:
        assert cell.source.strip() in PAGE


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# End.", "End.", "line 24: 'End.' is no comment"),
        ("# - item", "#- item", "line 8: '#- item $x$' is no comment"),
        ("# %% named", "# %% A b", "line 16: '# %% A b' is no marker of a cell"),
        ("# a comment\n\n", "# a comment\n", "line 15: no blank line before this cell"),
        ("f()\n", "f()", "line 28: no blank line before this cell"),
    ],
)
def test_what_would_be_misread_is_refused(old, new, said):
    at = SCRIPT.rindex(old)
    with pytest.raises(ValueError) as caught:
        percent.markdown(SCRIPT[:at] + new + SCRIPT[at + len(old) :])
    assert str(caught.value).startswith(said)
