import re

import pytest

from sitekit.render.katex import render

MSE = r"L = \frac1N\sum_n (y_n-t_n)^2 \tag{2.3}\label{eq:mse}"


def display(tex):
    return f"$$\n{tex}\n$$\n"


def test_inline_formula_is_html_and_mathml(project):
    html = project.render("A line $y < wx$ here.")
    katex = render("y < wx", display=False)
    span = f'<span class="arithmatex" data-search-exclude>{katex}</span>'
    assert html == f"<p>A line {span} here.</p>"
    assert "<math>" in katex


@pytest.mark.parametrize("after", ["，", "。", "）。", ".", ")", "’"])
def test_punctuation_stays_with_its_formula(project, after):
    html = project.render(f"从 $x${after}是")
    [glued] = re.findall(r'<span class="glue">.*</span>(.+?)</span>是</p>', html)
    assert glued == after
    assert html.count("<math") == html.count(">x</span>") == 1


def test_a_long_formula_may_still_break_before_its_last_part(project):
    html = project.render("$a + b = c$.")
    before, glued = html.split('<span class="glue">')
    parts = [re.findall(r'mathnormal">(\w)</span>', part) for part in (before, glued)]
    assert parts == [["a", "b"], ["c"]]
    assert before.count("<span") == before.count("</span>")
    assert glued.count("<span") + 1 == glued.count("</span>")


def test_a_word_after_a_formula_may_wrap(project):
    assert "glue" not in project.render("$x$ and $y$的")


def test_labelled_equation_has_an_id_and_a_tab_stop(project):
    html = project.render(display(MSE))
    assert html.startswith(
        '<div class="arithmatex" id="eq:mse" tabindex="0" data-search-exclude>'
    )
    assert "2.3" in html
    assert "label" not in html
    assert "id=" not in project.render(display("x"))


def test_reference_to_an_equation_before_or_after_it(project):
    html = project.render(f"By $\\eqref{{eq:mse}}$.\n\n{display(MSE)}")
    assert '<p>By <a class="eqref" href="#eq:mse">(2.3)</a>.</p>' in html


def test_formula_in_code_is_left_alone(project):
    assert "<code>$x$</code>" in project.render("`$x$`")


def test_formula_in_a_list_and_a_table(project):
    html = project.render("- $a$\n\n| x |\n|---|\n| $b$ |\n")
    assert html.count("<math") == 2


def test_refuses_a_bad_formula(project):
    project.refuses(
        "One.\n\nTwo $\\fraq12$.",
        7,
        "KaTeX rejects a formula: KaTeX parse error: Undefined control sequence: "
        r"\fraq at position 1: \̲f̲r̲a̲q̲12 in '\\fraq12'",
    )


def test_refuses_letters_that_mathematics_has_not(project):
    with pytest.raises(ValueError, match="损失"):
        project.render("$损失$")


def test_line_of_a_fault_is_that_of_the_formula_not_of_its_letters(project):
    with pytest.raises(ValueError, match=r"line\.md:7: KaTeX rejects"):
        project.render("A word: x_.\n\nA formula: $x_$.")


def test_refuses_a_label_without_tag(project):
    tex = r"y = x \label{eq:y}"
    project.refuses(
        "Text.\n\n" + display(tex), 8, rf"\label{{eq:y}} has no \tag in {tex!r}"
    )


def test_refuses_a_label_used_twice(project):
    again = MSE.replace("L =", "M =")
    project.refuses(
        display(MSE) + "\n" + display(again),
        10,
        rf"\label{{eq:mse}} is used twice in {again!r}",
    )


def test_refuses_a_reference_to_nothing(project):
    project.refuses(
        display(MSE) + "\nBy $\\eqref{eq:mae}$.",
        9,
        r"no equation is labelled 'eq:mae' in '\\eqref{eq:mae}'",
    )
