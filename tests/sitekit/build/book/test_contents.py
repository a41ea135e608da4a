import pytest

from sitekit.build.book import contents


def test_parts_chapters_and_sections_in_the_order_of_the_navigation(book):
    found = book("zh")
    assert (found.title, found.about, found.language) == (
        "直线们",
        "都验证过",
        "zh-Hans",
    )
    assert [part.title for part in found.parts] == ["Basics", "Reference"]
    assert [part.key for part in found.parts] == ["part-basics", "part-reference"]
    assert [(c.key, c.number, c.title, c.sections) for c in found.chapters] == [
        ("basics-line", "1", "A line", [("steps", "Steps")]),
        ("basics-curve", "2", "A “curve”", [("bend", "Bend")]),
        ("reference-words", "", "Words", [("few", "Few")]),
    ]
    heads = [c.article.find("h1").text_content() for c in found.chapters]
    assert heads == ["1 A line", "2 A “curve”", "Words"]


def test_some_of_the_pages(book):
    found = book("en", "basics/curve", "reference/words")
    assert [c.page.topic for c in found.chapters] == ["basics/curve", "reference/words"]


def test_date_versions_and_address(book, site, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    versions = '{"versions": {"NumPy": "2.3"}, "entries": []}'
    site.write("build/ledger.json", versions)
    found = book("en")
    assert (found.date, found.versions) == ("1970-01-02", {"NumPy": "2.3"})
    assert found.address == ""  # loopback is nobody's
    site.replace("site/en/index.html", "http://127.0.0.1:8000", "https://lines.example")
    assert book("en").address == "https://lines.example/en/"


def test_a_site_that_is_not_built_or_not_whole(site):
    (site.root / "site/en/basics/curve/index.html").unlink()
    with pytest.raises(ValueError, match=r"the site has no en/basics/curve/: run `ma"):
        contents.read(site.root, site.root / "site", "en")
    (site.root / "site/index.html").unlink()
    with pytest.raises(ValueError, match=r"no site/index.html: run `make site` first"):
        contents.read(site.root, site.root / "site", "zh")
