import pytest

from sitekit.page.bibliography import initial, load
from sitekit.page.paths import PageError

BOOK = """@book{doe2020,
  author = {Doe, Jo},
  title = {Lines},
  year = {2020},
}
"""
PAPER = """@article{kingma2015adam,
  author = {Kingma, Diederik P. and van der Ba, Jimmy},
  title = {Adam},
  journal = {Journal},
  volume = {3},
  year = {2015},
  eprint = {1412.6980},
}
"""


def bib(project, text):
    project.write("docs/references.bib", text)
    return load(project.root)


def test_a_book_stands_for_itself(project):
    book = bib(project, BOOK)["doe2020"]
    assert book.line == 1
    assert book.full("en") == "J. Doe, *Lines*, 2020"
    assert book.short("en") == "Doe (2020)"
    assert book.short("zh") == "Doe（2020）"
    assert book.address == ""


def test_a_paper_names_where_it_stands(project):
    paper = bib(project, BOOK + PAPER)["kingma2015adam"]
    link = "[arXiv:1412.6980](https://arxiv.org/abs/1412.6980)"
    names = "D. P. Kingma, J. van der Ba"
    assert paper.full("en") == f"{names}, “Adam”, *Journal* 3, 2015, {link}"
    assert paper.short("en") == "Kingma & van der Ba (2015)"
    assert paper.short("zh") == "Kingma 与 van der Ba（2015）"
    assert paper.address == "https://arxiv.org/abs/1412.6980"


@pytest.mark.parametrize(
    ("count", "full"),
    [
        (3, "A. A0, A. A1, A. A2, "),
        (6, "A. A0, A. A1, A. A2, A. A3, A. A4, A. A5, "),
        (7, "A. A0, A. A1, A. A2 et al., "),
    ],
)
def test_many_authors(project, count, full):
    authors = " and ".join(f"A{n}, Ann" for n in range(count))
    book = bib(project, BOOK.replace("Doe, Jo", authors))["doe2020"]
    assert book.full("en").startswith(full + "*Lines*")
    assert book.short("en") == "A0 et al. (2020)"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Diederik", "D."),
        ("Ming-Wei", "M.-W."),
        ("RJ", "RJ"),
        ("P.", "P."),
        ("J", "J."),
    ],
)
def test_initials(name, short):
    assert initial(name) == short


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("doe2020", "Doe:2020", "1: Doe:2020: a key is like kingma2015adam"),
        ("title = {Lines},", "", "1: doe2020: no title"),
        ("title", "subtitle = {x},\n  title", "1: doe2020: no page shows subtitle"),
        ("= {2020}", "= {2021}", "1: doe2020: year 2021 is not that of the key"),
        ("title", "eprint = {1},\n  title", "1: doe2020: eprint 1 is no arXiv id"),
    ],
)
def test_a_fault_is_named_with_its_line(project, old, new, said):
    with pytest.raises(PageError) as caught:
        bib(project, BOOK.replace(old, new))
    assert str(caught.value) == f"docs/references.bib:{said}"


def test_a_paper_stands_there_once(project):
    with pytest.raises(PageError) as caught:
        bib(project, BOOK + BOOK.replace("doe2020", "doe2020b"))
    assert "6: doe2020b is the same paper as doe2020" in str(caught.value)


def test_without_a_file_there_are_none(project):
    assert load(project.root) == {}
