import pytest

from sitekit.build.book import links


def rewritten(book):
    links.rewrite(book, lambda key, ident: f"{key}/{ident}")
    return {
        link.text_content(): link.get("href")
        for chapter in book.chapters
        for link in chapter.article.xpath("//a")
    }


def test_links_lead_to_the_same_places_in_the_book(book):
    assert rewritten(book()) == {
        "the curve": "basics-curve/bend",
        "out": "https://out.example/",
        "(1.1)": "basics-line/eq:line",
        "the line": "basics-line/steps",
        "the words": "reference-words/",
        "line": "basics-line/",
    }


def test_of_what_the_book_has_not_the_words_stay(book):
    found = book("en", "basics/line")
    assert "the curve" not in rewritten(found)
    words = found.chapters[0].article.text_content()
    assert "See the curve, its source, out." in words


@pytest.mark.parametrize(("lang", "prefix"), [("zh", ""), ("en", "en/")])
def test_or_an_address_where_the_site_is_public(book, site, lang, prefix):
    home = f"site/{prefix}index.html"
    site.replace(home, "http://127.0.0.1:8000", "https://lines.example/x")
    found = rewritten(book(lang, "basics/line"))
    public = "https://lines.example/x"
    assert found["the curve"] == f"{public}/{prefix}basics/curve/#bend"
    assert found["its source"] == f"{public}/source/x.py.html"


def test_a_link_to_nothing_is_named(book, site):
    site.replace("site/en/basics/line/index.html", "curve/#bend", "curve/#bent")
    message = "docs/en/basics/line.md: a link leads to ../curve/#bent, which is not in"
    with pytest.raises(ValueError, match=message):
        links.rewrite(book(), lambda key, ident: "")
