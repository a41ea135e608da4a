import pytest

from sitekit.page.paths import Page
from sitekit.render.quotes import fill, formatted, printed, shown

TEXT = """Adam                     1.0000e-03
without bias correction  3.1623e-03
lr = 10.0: 3228 updates, 54% right, -0.5 left
  1e-03    327   67
"""


@pytest.fixture
def page(project):
    study = "snippets/basics/line/study"
    project.write(f"{study}.py", "# kind: study\nprint()\n")
    project.write(f"{study}.out", "lr,way,loss\n0.1,a b,-0.5\n1,a,0.126\n1,b,2\n")
    project.write(f"{study}.claims.py", 'def good(rows):\n    """It is."""\n')
    project.write("snippets/basics/line/text.py", "# kind: exact\nprint()\n")
    project.write("snippets/basics/line/text.out", TEXT)
    return Page(project.root, "en", "basics/line.md")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a {{ study lr=1 way=a loss:.2f }} b", "a 0.13 b"),
        ('{{ study way="a b" loss }}', "−0.5"),
        ("{{ study lr=1 way=b loss:d }}", "2"),
        ("{{ study lr=1.0 way=b loss }}, {{ study lr=0.1 loss:.0% }}", "2, −50%"),
        ('{{ text "lr = 10.0:" 1:, }}', "3,228"),
        ('{{ text "lr = 10.0:" 2 }}', "54%"),
        ('{{ text "lr = 10.0:" 3 }}', "−0.5"),
        ('{{ text "1e-03" 2 }}', "67"),
        ('{{ text "without bias correction" 1 }}', "3.1623 × 10⁻³"),
        ('{{ basics/line/text "Adam" 1:.1e }}', "1.0 × 10⁻³"),
        (r"$\hat{w_{t}}$ and {no} quotation", r"$\hat{w_{t}}$ and {no} quotation"),
    ],
)
def test_a_number_is_taken_from_what_was_printed(page, line, said):
    assert fill(page, line) == said


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{{ none lr=1 loss }}", "there is no snippets/basics/line/none.py"),
        ("{{ study lr=1 loss }}", "2 rows have {'lr': '1'}"),
        ("{{ study lr=3 loss }}", "no row has {'lr': '3'}"),
        ("{{ study lr=0.1 lost }}", "no column 'lost'; there are lr, way, loss"),
        ('{{ text "lr" 9 }}', "4 numbers follow 'lr'"),
        ('{{ text "nothing" 1 }}', "0 lines begin with 'nothing'"),
        ('{{ text "" 1 }}', "4 lines begin with ''"),
        ("{{ text }}", "{{ needs a program and a place in what it printed, then }}"),
        ("[✓](claim:study.bad)", "study claims no 'bad', only good"),
    ],
)
def test_a_number_of_nothing_fails_the_build(project, page, line, message):
    project.refuses(f"# A line\n\nSays {line}.\n", 7, message)


def test_a_claim_is_a_link_to_its_assertion(project, page):
    html = project.render("# A line\n\nIt is so [✓](claim:study.good).\n", "en")
    assert (
        '<a class="claim" href="../../../source/snippets/basics/line/'
        'study.claims.py.html#L1"' in html
    )
    assert 'aria-label="This sentence is checked by the claim study.good">✓</a>' in html


def test_a_page_shows_the_number_and_a_listing_keeps_its_braces(project, page):
    body = "# A line\n\nIt is {{ study lr=1 way=b loss }}.\n\n```text\n{{ x y }}\n```\n"
    html = project.render(body)
    assert "<p>It is 2.</p>" in html
    assert "{{ x y }}" in html


@pytest.mark.parametrize(
    ("number", "form", "said"),
    [
        ("1234.5", ",", "1,234"),
        ("0.126", ".0%", "13%"),
        ("54%", ".2f", "0.54"),
        ("-1e-12", "", "−1 × 10⁻¹²"),
        ("7", "d", "7"),
    ],
)
def test_formats(number, form, said):
    assert shown(formatted(number, form)) == said


def test_numbers_of_a_line():
    assert printed("a1 is -2 and 3e+05, 1,000 or 4%\n", "a1", 1) == "-2"
    assert printed("a1 is -2 and 3e+05, 1,000 or 4%\n", "a1", 3) == "1,000"
