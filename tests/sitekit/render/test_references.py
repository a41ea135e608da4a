import pytest

from sitekit.page import bibliography
from sitekit.page.paths import Page, PageError
from sitekit.render import references

BIB = "docs/references.bib"
ADAM = """@inproceedings{kingma2015adam,
  author = {Kingma, Diederik P. and Ba, Jimmy},
  title = {Adam: A Method},
  booktitle = {ICLR},
  year = {2015},
  eprint = {1412.6980},
}
"""
GAUSS = "@book{gauss1809, author = {Gauss, C. F.}, title = {Theoria}, year = {1809}}\n"
TEAM = """@article{chang2019team,
  author = {Chang, Ming-Wei and le Roux, Nicolas and A, B and C, D and E, F and G, H
    and I, J},
  title = {Work},
  journal = {Annals},
  volume = {3},
  year = {2019},
  doi = {10.1/x},
  url = {https://jmlr.org/x},
}
"""


@pytest.fixture
def bib(project):
    project.write(BIB, ADAM + GAUSS + TEAM)
    return project


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "D. P. Kingma, J. Ba, “Adam: A Method”, <em>ICLR</em>, 2015, "),
        ("zh", "D. P. Kingma、J. Ba，“Adam: A Method”，<em>ICLR</em>，2015，"),
    ],
)
def test_a_list_item_has_it_all(bib, lang, text):
    html = bib.render("- [@kingma2015adam]: Adam.\n", lang)
    link = (
        '<a rel="external" href="https://arxiv.org/abs/1412.6980">arXiv:1412.6980</a>'
    )
    item = f'<span id="ref-kingma2015adam">{text}{link}</span>: Adam.'
    assert f"<li>{item}</li>" in html


def test_a_book_and_many_authors(bib):
    html = bib.render("- [@gauss1809]; [@chang2019team]\n")
    assert ">C. F. Gauss, <em>Theoria</em>, 1809</span>; <span" in html
    assert (
        '>M.-W. Chang, N. le Roux, B. A et al., “<a rel="external" href="https://jmlr.org/x">Work</a>”'
        ', <em>Annals</em> 3, 2019, <a rel="external" href="https://doi.org/10.1/x">doi:10.1/x</a><'
    ) in html


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", ["Kingma &amp; Ba (2015)", "Gauss (1809)", "Chang et al. (2019)"]),
        ("zh", ["Kingma 与 Ba（2015）", "Gauss（1809）", "Chang 等（2019）"]),
    ],
)
def test_in_a_text_it_is_short_and_leads_to_the_item(bib, lang, names):
    keys = ("kingma2015adam", "gauss1809", "chang2019team")
    cited = " ".join(f"[@{key}]" for key in keys)
    html = bib.render(f"{cited}\n\n" + "".join(f"- [@{key}]\n" for key in keys), lang)
    for key, name in zip(keys, names, strict=True):
        assert f'<a href="#ref-{key}">{name}</a>' in html


def test_a_link_leads_to_the_paper(bib):
    html = bib.render("[Adam](@kingma2015adam) and [a team](@chang2019team).\n")
    for address, text in (
        ("https://arxiv.org/abs/1412.6980", "Adam"),
        ("https://doi.org/10.1/x", "a team"),
    ):
        assert f'<a rel="external" href="{address}">{text}</a>' in html
    bib.refuses("[Gauss](@gauss1809)\n", 5, f"{BIB} has no address of 'gauss1809'")
    bib.refuses("[Gauss](@gauss1808)\n", 5, f"{BIB} has no 'gauss1808'")


def test_only_links_out_of_the_site_are_marked(project):
    html = project.render("[a](https://a.example/) [b](#b) `<a href='http://x'>`\n")
    assert html.count('rel="external"') == 1
    assert '<a href="#b">' in html


def test_in_code_it_is_left_alone(bib):
    assert "[@nobody]" in bib.render("```text\n[@nobody]\n```\n")


def test_unknown_and_unlisted_papers_are_refused(bib):
    bib.refuses("Text.\n\n- [@kingma2014adam]\n", 7, f"{BIB} has no 'kingma2014adam'")
    message = "'gauss1809' needs one list item that begins with it: - [@gauss1809]"
    bib.refuses("See [@gauss1809].\n", 5, message)
    bib.refuses("- [@gauss1809]\n- [@gauss1809]\n", 5, message)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (GAUSS, GAUSS + GAUSS, "9: Duplicate entry key 'gauss1809'"),
        ("1809}}", "1809}", "8: Unexpected block start"),
        ("gauss1809,", "Gauss1809,", "8: Gauss1809: a key is like kingma2015adam"),
        ("year = {1809}", "year = {1808}", "8: gauss1809: year 1808 is not that of"),
        ("title = {Theoria}, ", "", "8: gauss1809: no title"),
        ("{Theoria}", "{Theoria}, isbn = {1}", "8: gauss1809: no page shows isbn"),
        ("1412.6980", "cs.LG", "1: kingma2015adam: eprint cs.LG is no arXiv id"),
        (
            "doi = {10.1/x}",
            "eprint = {1412.6980}",
            "9: chang2019team is the same paper as kingma2015adam",
        ),
        ("{Work}", "{theoria}", "9: chang2019team is the same paper as gauss1809"),
    ],
)
def test_a_broken_entry_is_refused(bib, old, new, message):
    bib.replace(BIB, old, new)
    with pytest.raises(PageError) as caught:
        bibliography.load(bib.root)
    assert str(caught.value).startswith(f"{BIB}:{message}")


@pytest.mark.parametrize(
    ("body", "upcoming", "fault"),
    [
        ("- [@gauss1809]", "", ""),
        ("```text\n- [@gauss1809]\n```", "", "is cited nowhere, and names no upcoming"),
        ("", "basics/curve", ""),
        ("", "basics/none", "there is no page basics/none in pages.csv"),
        ("", "basics/line", "basics/line is written and cites it not"),
        ("- [@gauss1809]", "basics/curve", "is cited, so upcoming can go"),
    ],
)
def test_a_paper_that_nobody_cites_is_found(project, body, upcoming, fault):
    more = f"upcoming = {{{upcoming}}}, year" if upcoming else "year"
    project.write(BIB, GAUSS.replace("year", more))
    project.add("docs/en/basics/line.md", body)
    found = references.faults(
        project.root,
        [Page(project.root, "en", "basics/line.md")],
        {"basics/line", "basics/curve"},
    )
    assert len(found) == bool(fault)
    assert not fault or found[0].startswith(f"{BIB}:1: gauss1809 {fault}")
