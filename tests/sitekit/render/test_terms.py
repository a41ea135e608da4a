import re
from pathlib import Path

import pytest

GLOSSARY = "reference/glossary.md"
TERMS = """id,symbol,code,en,zh,everyday,avoid_en,avoid_zh
gradient,,,gradient,梯度,,,
gradient-descent,,,gradient descent,梯度下降,,,
hessian,H,,Hessian,海森矩阵,,,
learning-rate,,,learning rate,学习率,,,
dropout,,,dropout,随机失活（Dropout）,,,
epoch,,,epoch,轮（epoch）,,,
step,,,step,步长,en zh,,
bias,,,bias,偏置,en,,
"""


@pytest.fixture
def pages(project):
    project.write("docs/terms.csv", TERMS)
    for lang in ("zh", "en"):
        project.write(f"docs/{lang}/{GLOSSARY}", "# Glossary\n")
    return project


def marked(html: str) -> list[str]:
    """What is linked to the glossary, in order."""
    return re.findall(r'<a class="term"[^>]*><span[^>]*>([^<]*)</span></a>', html)


def bare(html: str) -> str:
    """The page without its marks."""
    return re.sub(r'<a class="term"[^>]*><span[^>]*>([^<]*)</span></a>', r"\1", html)


LINK = (
    '<a class="term" href="../reference/glossary.md#term-learning-rate" '
    'lang="{}" title="{}"><span lang="{}">{}</span></a>'
)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "A {}.", ("zh-Hans", "学习率", "en", "learning rate")),
        ("zh", "{}是一个数。", ("en", "learning rate", "zh-Hans", "学习率")),
    ],
)
def test_link_to_the_glossary_with_the_other_form(pages, lang, text, words):
    html = pages.render(text.format(words[3]), lang)
    assert html == f"<p>{text.format(LINK.format(*words))}</p>"


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (
            "en",
            "Gradient descent follows the gradient.",
            ["Gradient descent", "gradient"],
        ),
        ("en", "Two gradients and one gradient.", ["gradients"]),
        ("en", "the learning-rate\nand a learning\nrate", ["learning-rate"]),
        ("en", "gradientless, pregradient, gradient-free", []),
        ("en", "The Hessian, not the hessian.", ["Hessian"]),
        ("en", "a hessian", []),
        ("en", "a bias and a step", []),  # everyday words
        ("en", "he called it “gradient”", []),
        ("zh", "梯度下降沿着梯度走。", ["梯度下降", "梯度"]),
        ("zh", "一轮里用随机失活", ["随机失活"]),  # one character is no term
        ("zh", "步长与偏置", ["偏置"]),  # everyday in English alone
        ("zh", "他说“梯度”", []),
    ],
)
def test_what_is_a_term(pages, lang, text, found):
    html = pages.render(text, lang)
    assert marked(html) == found


@pytest.mark.parametrize(
    "text",
    [
        "`gradient`",
        "# Gradient",
        "## The gradient { #gradient }",
        "[gradient](line.md)",
        "$gradient$",
        "$$\ngradient\n$$",
        "```text\ngradient\n```",
        "| gradient |\n|---|",
        '!!! note "Gradient"',
        '??? note "Gradient"\n    text',
        '=== "Gradient"\n\n    text',
        "<div data-search-exclude markdown>gradient</div>",
        "![gradient](x.png)",
    ],
)
def test_where_no_term_is_marked(pages, text):
    assert marked(pages.render(text + "\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "- gradient",
        "| a |\n|---|\n| gradient |",
        "*gradient*",
        '!!! note "N"\n    gradient',
        '=== "T"\n\n    gradient',
        "$x$ gradient",
        "[there](line.md), gradient",
    ],
)
def test_where_terms_are_marked(pages, text):
    assert marked(pages.render(text + "\n")) == ["gradient"]


def test_once_in_each_section(pages):
    text = "gradient\n\ngradient\n\n## A { #a }\n\n- gradient\n\n#### B\n\ngradient\n"
    assert len(marked(pages.render(text + "\n### C { #c }\n\ngradient\n"))) == 3


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "**梯度（gradient）**。梯度"),
        ("zh", "**梯度**（gradient）。梯度"),
        ("zh", "随机失活（dropout，2014）。"),
        ("en", "the gradient (梯度), a gradient"),
        ("en", "dropout (随机失活)"),
    ],
)
def test_not_where_the_author_says_the_other_form(pages, lang, text):
    assert marked(pages.render(text, lang)) == []


def test_other_brackets_are_no_other_form(pages):
    assert marked(pages.render("梯度（一个向量）", "zh")) == ["梯度"]
    assert marked(pages.render("**gradient** (a vector)")) == ["gradient"]


def test_not_in_the_glossary_itself_nor_without_one(pages):
    assert marked(pages.render("gradient", path=GLOSSARY)) == []
    (pages.root / "docs/en" / GLOSSARY).unlink()
    assert marked(pages.render("gradient")) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_stays_as_it_was(pages, lang):
    """So does what a search finds, whose index keeps no links."""
    text = (
        "Gradient **descent by gradient descent** with a `gradient`, $x$ learning rate "
        "and *its* Hessian: 梯度，学习率与*海森矩阵*；随机失活。\n\n"
        "- gradient [a](line.md) learning rates\n"
    )
    with_terms = pages.render(text, lang)
    assert marked(with_terms)
    Path(pages.root / "docs" / lang / GLOSSARY).unlink()
    assert bare(with_terms) == pages.render(text, lang)


def test_a_changed_glossary_is_read_again(pages):
    assert marked(pages.render("a slope")) == []
    pages.add("docs/terms.csv", "slope,,,slope,斜率,,,\n")
    assert marked(pages.render("a slope ")) == ["slope"]
