import base64
import io
import json
from dataclasses import replace

import nbformat
import numpy as np
import pytest
from PIL import Image

from sitekit.build import drawing, ipynb, runs
from sitekit.page.paths import Page, PageError, read

PATH = "basics/look.py"
SCRIPT = """\
# ---
# description: A look.
# ---

# %% [markdown]
# # A look
#
# See [lines](line.md#one) and [elsewhere](https://example.org/a.md).
#
# ## First part { #first }

# %%
x = 1 < 2
print(x)

# %% wave
draw()

# %% [markdown]
# ![A wave.](figure:wave "It rises, $t$.")
"""
CELL = '<div class="jp-Cell jp-CodeCell"><div class="jp-Cell jp-CodeCell" id="c">'
OUTPUT = (
    '<div class="jp-RenderedText jp-OutputArea-output" data-mime-type="{}">{}</div>'
)
MARKDOWN = '<div class="jp-Cell jp-MarkdownCell" id="m"><img src="figure:wave"></div>'


def png(colour=(255, 255, 255), size=(8, 4)):
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    return buffer.getvalue()


def picture(data):
    source = "data:image/png;base64," + base64.b64encode(data).decode()
    image = f'<img alt="No description" src="{source}"/>'
    return f'<div class="jp-RenderedImage jp-OutputArea-output">{image}</div>'


TRUE = OUTPUT.format("text/plain", "<pre>True &lt;\n</pre>")
MADE = (
    f"{MARKDOWN}{CELL}<pre>x</pre>{TRUE}</div></div>{CELL}{picture(png())}</div></div>"
)


class Notebook:
    def __init__(self, project):
        self.project, self.root = project, project.root
        self.page = Page(project.root, "en", PATH)
        project.write("docs/en/line.md", "# Lines\n")
        self.write(SCRIPT)

    def write(self, script):
        self.project.write(f"docs/en/{PATH}", script)
        self.project.write(f"docs/zh/{PATH}", script.replace("look", "lo"))

    def render(self):
        return self.project.convert(self.root / "docs/en" / PATH)

    def refuses(self, made, message):
        with pytest.raises(PageError) as caught:
            runs.keep(self.page, made)
        assert str(caught.value) == f"docs/en/{PATH}{message}"


@pytest.fixture
def look(project):
    return Notebook(project)


# -- what the cells gave ----------------------------------------------------------


def test_outputs_are_kept(look):
    runs.keep(look.page, MADE)
    kept = json.loads((look.root / "build/notebooks/en/basics/look.json").read_text())
    assert kept == {"texts": ["True <\n", ""], "sizes": {"wave": [4, 2]}}
    drawn = look.root / "build/figures/basics/look"
    assert sorted(p.name for p in drawn.iterdir()) == [
        "wave.dark.png",
        "wave.light.png",
    ]
    runs.keep(replace(look.page, lang="zh"), MADE)
    runs.copy_pictures(look.root, look.root / "site")
    assert (look.root / "site/figures/basics/look/wave.dark.png").is_file()


@pytest.mark.parametrize(
    ("output", "message"),
    [
        (
            OUTPUT.format("x/stderr", "<pre>Careful!\n</pre>"),
            ":12: this cell gives x/stderr, which no page shows: Careful!",
        ),
        (
            OUTPUT.format("text/html", "<b>x</b>"),
            ":12: this cell gives text/html, which no page shows: ",
        ),
        (picture(png()), ":12: this cell draws a picture and has no name: # %% name: "),
        (picture(png()) * 2, ":12: this cell draws two pictures: "),
    ],
)
def test_what_no_page_shows_is_refused(look, output, message):
    look.refuses(MADE.replace(TRUE, output), message)


def test_cells_that_were_not_run_are_noticed(look):
    look.refuses(MADE[: MADE.rindex(CELL)], ": 2 code cells, but 1 ran")


@pytest.mark.parametrize(
    ("light", "dark"),
    [
        ((255, 255, 255), (0x15, 0x18, 0x1D)),  # paper on paper
        ((0, 0, 0), (255, 255, 255)),
        ((200, 0, 0), (255, 74, 78)),  # still red
    ],
)
def test_dark_pictures_turn_lightness_and_keep_hues(light, dark):
    image = runs.dark(Image.new("RGB", (1, 1), light))
    assert np.abs(np.subtract(image.getpixel((0, 0)), dark)).max() <= 1


def test_a_new_look_or_library_runs_the_cells_again(look, monkeypatch):
    kept = look.project.write("build/notebooks/runs-zh/a.json", "{}")
    variables = runs.environment(look.root)
    assert not kept.exists()
    kept.touch()
    assert runs.environment(look.root) == variables
    assert kept.exists()
    monkeypatch.setattr(drawing, "version", lambda name: "99")
    runs.environment(look.root)
    assert not kept.exists()


@pytest.mark.filterwarnings("error")
def test_matplotlib_reads_the_look_without_complaint(look):
    from matplotlib import rc_params_from_file

    file = runs.environment(look.root)["MATPLOTLIBRC"]
    look = rc_params_from_file(file, use_default_template=False)
    assert look["figure.dpi"] == 192
    assert look["figure.figsize"] == [5.6, 3.5]
    assert len(look["axes.prop_cycle"]) == 5


# -- the page ---------------------------------------------------------------------


def test_page(look):
    runs.keep(look.page, MADE)
    page = look.render()
    assert '<h2 id="first">' in page
    assert '<a href="look.ipynb" download>look.ipynb</a>' in page
    code, _, rest = page.partition('<div class="language-text highlight">')
    pre = "<pre data-search-exclude><span></span><code"
    assert f'<div class="language-python highlight">{pre}' in code
    assert rest.startswith(
        '<pre data-search-exclude><span></span><code tabindex="0">True &lt;\n</code>'
    )
    assert rest.count("language-text") == 0  # a cell that prints nothing has no output
    for theme in ("light", "dark"):
        source = f"../../../figures/basics/look/wave.{theme}.png#only-{theme}"
        assert f'<img src="{source}" width="4" height="2" alt="A wave."' in page
    assert '<figure id="fig-wave">' in page
    assert '<span class="figure-number">Figure 1</span>' in page
    assert "<annotation" in page  # the formula of the caption is rendered
    assert "figure:" not in page


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# ![A wave.", "# - ![A wave.", ": pictures that the text does not show: "),
        ("figure:wave", "figure:wav", ":20: no cell 'wav' drew, or it is shown twice"),
        ("![A wave.]", "![]", ":20: figure 'wave' needs alt text and a caption"),
        ("$t$", r"$\\frac{t}$", ":20: KaTeX rejects a formula: "),
        ("# See", r"# See $\\nope$ and", r":8: KaTeX rejects a formula: "),
    ],
)
def test_a_fault_is_named_with_its_line(look, old, new, message):
    look.write(SCRIPT.replace(old, new.replace("\\\\", "\\")))
    runs.keep(look.page, MADE)
    with pytest.raises(PageError) as caught:
        look.render()
    assert str(caught.value).startswith(f"docs/en/{PATH}{message}")


def test_a_notebook_that_has_not_run_is_refused(look):
    with pytest.raises(PageError, match=r"look\.py: has not run"):
        look.render()


def test_a_script_that_cannot_be_read_is_named(look):
    look.write(SCRIPT + "# %% [raw]\n")
    with pytest.raises(PageError, match=r"look\.py: line 21: '# %% \[raw\]' is no"):
        read(look.root / "docs/en" / PATH)


# -- the file to take along -------------------------------------------------------


def test_ipynb(look):
    text = ipynb.make(look.page, "https://example.org/en/basics/look/")
    assert ipynb.make(look.page, "https://example.org/en/basics/look/") == text
    taken = nbformat.reads(text, nbformat.NO_CONVERT)
    nbformat.validate(taken)
    assert taken.metadata.kernelspec.name == "python3"
    assert [cell.cell_type for cell in taken.cells] == [
        *("markdown", "code", "code", "markdown")
    ]
    first, *codes, last = (cell.source for cell in taken.cells)
    assert codes == ["x = 1 < 2\nprint(x)", "draw()"]
    assert first.endswith("\n## First part")
    assert "(https://example.org/en/basics/line/#one)" in first
    assert "(https://example.org/a.md)" in first
    assert last == "*It rises, $t$.*"
