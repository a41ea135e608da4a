"""Formulas of a page as MathML alone, which readers of EPUB set themselves."""

from lxml.html import HtmlElement, builder

MATHML = "http://www.w3.org/1998/Math/MathML"
# KaTeX writes them for browsers; MathML Core and epubcheck know them as styles only.
WIDTHS = ("width", "rowspacing", "columnspacing")


def convert(article: HtmlElement) -> int:
    """Leave MathML of each formula below ``article``; return how many there are."""
    boxes = article.xpath("//*[@class='arithmatex']")
    for box in boxes:
        (math,) = box.iter("math")
        ident = box.get("id")
        following = box.getnext()
        tail, box.tail = box.tail, None
        number = _number(math)
        box[:] = [math]
        box.attrib.clear()
        math.tail = None
        math.set("xmlns", MATHML)
        box.set("class", "formula")
        if ident:
            box.set("id", ident)
        if number:
            box.insert(0, builder.SPAN(number, builder.CLASS("number")))
        box.tail = tail
        if following is not None and following.get("class") == "glue" and not tail:
            _glue(box, following)
    for element in article.xpath("//mtable | //mtr | //mtd"):
        for name in WIDTHS:
            element.attrib.pop(name, None)
    return len(boxes)


def _number(math: HtmlElement) -> str:
    """Take the number out of the table that KaTeX makes of a numbered formula."""
    if len(math) != 1 or math[0].get("width") != "100%":
        return ""
    _, cell, _, number = math[0][0]
    math[:] = list(cell)
    return number.text_content()


def _glue(box: HtmlElement, glue: HtmlElement) -> None:
    """Formula and punctuation behind it in one box, which is not broken.

    The site's box holds the last part of the formula as HTML, to be shown beside the
    rest; here the formula is whole.
    """
    (shown,) = glue.find_class("katex")
    shown.drop_tree()
    text, glue.text = glue.text, None
    glue.insert(0, box)
    box.tail = text
