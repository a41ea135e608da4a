"""KaTeX's HTML and MathML of a formula, made lighter.

KaTeX builds a table of thirteen elements for one index, and an element for each class
of symbol, most of which its stylesheet never names. Without them a formula is a third
smaller, and each letter stands where it did.
"""

import atexit
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from py_mini_racer import MiniRacer

KATEX = Path(__file__).parents[1] / "vendor" / "katex" / "katex.min.js"
RENDER = """
function render(tex, display) {
  try {
    return [true, katex.renderToString(tex, {
      displayMode: display, throwOnError: true, strict: 'error', trust: false})];
  } catch (error) { return [false, String(error.message || error)]; }
}"""
XMLNS = re.compile(r' xmlns="[^"]*"')  # HTML needs none
# What a symbol is to TeX. KaTeX has put the spaces; the stylesheet names none of them.
PLAIN = {"mord", "mbin", "mrel", "mopen", "mclose", "mpunct", "minner", "mtight"}
SIZES = (0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488)
SIZING = re.compile(r"katex-sizing reset-size(\d+) size(\d+) mtight")
EM = re.compile(r"-?\d+\.\d{4,}(?=em)")
LENGTH = re.compile(r"([\w-]+):(-?[\d.]+)em;")
# Elements of MathML whose children are counted.
SCRIPTS = ("msub", "msup", "msubsup", "munder", "mover", "munderover")
APPLIED = "\u2061"  # stands behind the name of a function, unseen


@lru_cache(maxsize=1)
def _engine() -> MiniRacer:
    engine = MiniRacer()
    atexit.register(engine.close)  # later, when Python is half gone, it would hang
    engine.eval(KATEX.read_text("utf-8"))
    engine.eval(RENDER)
    return engine


def render(tex: str, display: bool) -> str:
    """HTML and MathML of one formula.

    Raises:
        ValueError: KaTeX rejects the formula; the message is KaTeX's own.
    """
    good, result = _engine().call("render", tex, display)
    if not good:
        raise ValueError(result)
    return lighter(str(result))


def lighter(html: str) -> str:
    """The same formula in fewer elements, without its TeX."""
    root = ElementTree.fromstring(XMLNS.sub("", html))
    for math in root.iter("math"):
        semantics = math[0]
        math[:] = [semantics[0]]  # the rest is the annotation
        for parent in (p for tag in SCRIPTS for p in math.iter(tag)):
            # KaTeX makes three children of x_\min, which is an error to all readers.
            parent[:] = [child for child in parent if child.text != APPLIED]
    for part in root.iter("span"):
        if part.get("class") == "katex-html":
            _lighten(part, in_vlist=False)
    made = ElementTree.tostring(root, encoding="unicode", method="html")
    # A thousandth of an em is a sixtieth of a pixel.
    return EM.sub(lambda length: f"{round(float(length[0]), 3):g}", made)


def _lighten(parent: Element, in_vlist: bool) -> None:
    """Replace what can be simpler below ``parent``, from the inside out."""
    for child in parent:
        _lighten(child, in_vlist=parent.get("class") == "vlist")
    children: list[Element] = []
    for child in parent:
        simple = script(child)
        child = child if simple is None else simple
        # The rows of a vlist place their children; such a child must stay one.
        if not in_vlist and _is_plain(child):
            _add_text(parent, children, child.text)
            for inner in child:
                children.append(inner)
            _add_text(parent, children, child.tail)
        else:
            children.append(child)
    parent[:] = children


def _is_plain(element: Element) -> bool:
    classes = element.get("class", "").split()
    return bool(classes) and PLAIN.issuperset(classes) and len(element.attrib) == 1


def _add_text(parent: Element, before: list[Element], text: str | None) -> None:
    if before:
        before[-1].tail = (before[-1].tail or "") + (text or "")
    else:
        parent.text = (parent.text or "") + (text or "")


def script(element: Element) -> Element | None:
    """One index or exponent as a raised element; nothing of any other element.

    KaTeX stands a row of height zero ``top`` below the top of a table and a strut of
    ``pstrut`` in it: the script's baseline is their sum below that of the line.
    """
    if element.get("class") != "msupsub":
        return None
    rows = [row for row in _vlist_rows(element) if len(row)]
    if len(rows) != 1:
        return None
    strut, sized = rows[0]
    size = SIZING.fullmatch(sized.get("class", ""))
    if not size or sized.get("style"):
        return None
    style = {
        name: float(value) for name, value in LENGTH.findall(rows[0].get("style", ""))
    }
    pstrut = float(LENGTH.findall(strut.get("style", ""))[0][1])
    scale = SIZES[int(size[1]) - 1] / SIZES[int(size[2]) - 1]
    lengths = {"top": pstrut + style.pop("top"), **style}
    sized.set(
        "style", "".join(f"{k}:{round(v * scale, 4):g}em;" for k, v in lengths.items())
    )
    sized.set("class", f"katex-sizing reset-size{size[1]} size{size[2]} script")
    sized.tail = element.tail
    return sized


def _vlist_rows(element: Element) -> Iterator[Element]:
    for vlist in element.iterfind("./span/span/span[@class='vlist']"):
        yield from vlist
