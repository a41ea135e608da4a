"""What a book can show of a page: its article, unfolded, without what is alive."""

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from sitekit.page.paths import Page

# For the screen, or said elsewhere in the book.
SCREEN = """
    //a[@class='headerlink'] | //footer | //p[@class='program'] | //div[@class='proof']
    | //script | //style | //button | //input | //dialog | //template | //*[@hidden]
    | //img[contains(@src, '#only-dark')] | //nav | //noscript
"""
# What only a browser uses.
ATTRIBUTES = ("tabindex", "loading", "decoding", "data-search-exclude", "download")


def parse(file: Path) -> HtmlElement:
    return html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot()


def read(site: Path, page: Page) -> HtmlElement:
    """The article of a page.

    Raises:
        ValueError: there is no such page, or no article with a title in it.
    """
    file = site / page.url / "index.html"
    if not file.is_file():
        raise ValueError(f"the site has no {page.url}/: run `make site` again")
    article = parse(file).find(".//article")
    if article is None or article.find("h1") is None:
        raise ValueError(f"{page.url}/ has no article with a title")
    return still(article)


def still(article: HtmlElement) -> HtmlElement:
    """The article as it is on paper."""
    article = html.fromstring(html.tostring(article, encoding="unicode"))
    labels(article)
    for element in article.xpath(SCREEN):
        if element.getparent() is not None:  # not within another that is gone
            element.drop_tree()
    for element in article.iter():
        for name in ATTRIBUTES:
            element.attrib.pop(name, None)
        for name in [n for n in element.attrib if n.startswith("data-")]:
            del element.attrib[name]
    for image in article.iter("img"):
        image.set("src", image.get("src").removesuffix("#only-light"))
    for fold in article.xpath("//div[@class='listing-line']//details"):
        (summary,) = fold.iterfind("summary")
        summary.tag = fold.tag = "span"
    for fold in article.iter("details"):
        fold.set("open", "open")
    return article


def labels(article: HtmlElement) -> None:
    """Tabs below each other, each with its label above it."""
    for tabs in article.xpath("//div[contains(@class, 'tabbed-set')]"):
        names = tabs.xpath("./div[@class='tabbed-labels']/label")
        blocks = tabs.xpath("./div[@class='tabbed-content']/div")
        for name, block in zip(names, blocks, strict=True):
            name.tag = "p"
            name.attrib.clear()
            name.set("class", "tab")
            block.insert(0, name)
        for row in tabs.xpath("./div[@class='tabbed-labels']"):
            row.drop_tree()
        for each in (tabs, *tabs.iterfind("div"), *blocks):
            each.attrib.clear()  # the site's styles would hide all but one
