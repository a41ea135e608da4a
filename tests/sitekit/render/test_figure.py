import re

import pytest

FIGURE = '![A wave <of> one](figure:wave "Height $h$ over **time**.")\n'
PROGRAM = "snippets/basics/line/wave.py"


@pytest.mark.parametrize(
    ("lang", "up", "number", "words"),
    [
        ("en", "../../../", "Figure 1", "The program that draws it"),
        ("zh", "../../", "图 1", "画这张图的程序"),
    ],
)
def test_figure(project, lang, up, number, words):
    html = project.render(FIGURE, lang)
    pair = "".join(
        f'<img src="{up}figures/basics/line/wave.{lang}.svg#only-{theme}" '
        'width="538" height="336" alt="A wave &lt;of&gt; one" '
        'loading="lazy" decoding="async">'
        for theme in ("light", "dark")
    )
    assert html.startswith(
        f'<figure id="fig-wave">{pair}<figcaption>'
        f'<span class="figure-number">{number}</span>'
    )
    assert html.rstrip().endswith(
        '</figcaption><p class="program" data-search-exclude>'
        f'<a href="{up}source/{PROGRAM}.html">{words}</a></p></figure>'
    )


def test_a_figure_comes_alive_where_its_program_says_so(project):
    project.add(PROGRAM, 'EXPLORER = "waves"\n')
    start = '<figure id="fig-wave" data-alive="explore" data-explorer="waves"><img '
    assert project.render(FIGURE).startswith(start)
    project.replace(PROGRAM, "EXPLORER", "# EXPLORER")
    assert project.render(FIGURE).startswith('<figure id="fig-wave"><img ')


def test_caption_may_hold_markup_and_formulas(project):
    [caption] = re.findall("<figcaption>.*</figcaption>", project.render(FIGURE), re.S)
    assert "<strong>time</strong>" in caption
    assert (
        '<span class="arithmatex" data-search-exclude><span class="katex">' in caption
    )


def test_figures_are_numbered_in_order_and_not_in_code(project):
    project.write(
        "snippets/basics/line/other.py", "# kind: figure\ndef draw(lang): ...\n"
    )
    other = FIGURE.replace("wave", "other")
    html = project.render(f"```text\n{FIGURE}```\n\n{FIGURE}\n{other}")
    assert re.findall(r"Figure \d", html) == ["Figure 1", "Figure 2"]
    assert html.index("Figure 1") < html.index('id="fig-other"')


def test_figure_in_an_admonition(project):
    html = project.render(f"!!! note\n\n    {FIGURE}")
    inside = html[html.index('<div class="admonition note">') :]
    assert '<figure id="fig-wave">' in inside
    assert inside.rstrip().endswith("</figure>\n</div>")


@pytest.mark.parametrize(
    "broken",
    [
        '![](figure:wave "Caption.")',
        '![ ](figure:wave "Caption.")',
        "![A wave](figure:wave)",
        '![A wave](figure:wave " ")',
    ],
)
def test_refuses_a_figure_without_alt_or_caption(project, broken):
    project.refuses(
        f"Text.\n\n{broken}\n", 7, "figure 'wave' needs alt text and a caption"
    )


def test_refuses_a_figure_without_program(project):
    project.refuses(
        FIGURE.replace("wave", "none"),
        5,
        "figure 'none' has no program snippets/basics/line/none.py",
    )


def test_refuses_a_figure_within_a_line(project):
    project.refuses(
        "See " + FIGURE,
        5,
        'a figure stands alone on its line: ![alt](figure:name "Caption.")',
    )


def test_refuses_the_same_figure_twice(project):
    project.refuses(
        f"{FIGURE}\n{FIGURE}", 5, "figure 'wave' is shown twice on this page"
    )


def test_figure_of_another_page(project):
    html = project.render('![W](figure:basics/line/wave "C.")\n', "en", "index.md")
    assert '<figure id="fig-wave"><img src="../figures/basics/line/wave.en.svg' in html
    assert "source/snippets/basics/line/wave.py.html" in html
