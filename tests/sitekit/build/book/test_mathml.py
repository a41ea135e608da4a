from lxml import html

from sitekit.build.book import mathml
from sitekit.render.katex import render
from sitekit.render.texmath import glue


def converted(body):
    article = html.fromstring(f"<article>{body}</article>")
    count = mathml.convert(article)
    return count, html.tostring(article, encoding="unicode")


def test_a_numbered_formula_keeps_its_place_and_number():
    shown = render(r"y = w \tag{2.1}", display=True)
    body = f'<div class="arithmatex" id="eq:y" tabindex="0">{shown}</div> behind'
    count, made = converted(body)
    assert count == 1
    assert made == (
        '<article><div class="formula" id="eq:y"><span class="number">(2.1)</span>'
        '<math display="block" xmlns="http://www.w3.org/1998/Math/MathML">'
        "<mrow><mi>y</mi><mo>=</mo><mi>w</mi></mrow></math></div> behind</article>"
    )


def test_punctuation_stays_with_the_whole_formula():
    shown = f'<span class="arithmatex">{render("x + 1", display=False)}</span>'
    count, made = converted(f"<p>see {glue(shown, ',')} or {shown}.</p>")
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML">'
    whole = f"{math}<mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow></math>"
    formula = f'<span class="formula">{whole}</span>'
    assert count == 2
    assert made == (
        f'<article><p>see <span class="glue">{formula},</span> or {formula}.</p>'
        "</article>"
    )


def test_a_matrix_is_no_number():
    tex = r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"
    _, made = converted(f'<div class="arithmatex">{render(tex, display=True)}</div>')
    assert made.count("<mtd") == 4
    assert "number" not in made
    assert "width=" not in made
    assert "rowspacing" not in made
