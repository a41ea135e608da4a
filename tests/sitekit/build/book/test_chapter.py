import pytest

from sitekit.build.book import chapter
from sitekit.page.paths import Page


def test_what_a_page_has_for_the_screen_is_gone(book):
    article = book().chapters[0].article
    words = " ".join(article.text_content().split())
    assert "The program that draws it" not in words
    assert "foot" not in words
    assert "#" not in words.replace("# ", "")
    (image,) = article.iter("img")
    assert image.attrib == {
        "src": "../../../figures/basics/line/wave.en.svg",
        "width": "538",
        "height": "336",
        "alt": "A wave.",
    }
    names = {name for element in article.iter() for name in element.attrib}
    assert not [n for n in names if n.startswith("data-") or n == "tabindex"]


def test_tabs_stand_below_each_other_under_their_labels(book):
    article = book().chapters[0].article
    labels = article.xpath("//p[@class='tab']")
    assert [label.text for label in labels] == ["One", "Two"]
    codes = [label.getparent().find(".//pre").text_content() for label in labels]
    assert [code.split("\n")[0] for code in codes] == [
        "def line(x, w, b):",
        "x = 1 < 2",
    ]
    assert not article.xpath("//*[contains(@class, 'tabbed')] | //input")


def test_folds_are_open_and_a_proof_is_one_line():
    given = chapter.html.fromstring(
        '<article><h1>x</h1><details class="info"><summary>S</summary>y</details>'
        '<div class="listing-line"><details><summary>against torch</summary>'
        '<div class="proof">table</div></details></div>'
        '<button data-tool="run" hidden>Run</button> kept<p hidden>hidden</p></article>'
    )
    article = chapter.still(given)
    (fold,) = article.iter("details")
    assert fold.get("open") == "open"
    assert article.text_content() == "xSyagainst torch kept"
    assert not article.xpath("//div[@class='listing-line']//summary")


def test_a_page_without_a_title(site):
    site.write("site/en/basics/curve/index.html", "<article><p>x</p></article>")
    with pytest.raises(ValueError, match="en/basics/curve/ has no article with a tit"):
        chapter.read(site.root / "site", Page(site.root, "en", "basics/curve.md"))
