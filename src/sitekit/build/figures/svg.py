"""A figure as one SVG that is light, and dark where its address ends in #only-dark.

Matplotlib draws it in the light colours. Those of :mod:`build.style` become CSS
variables, with their dark twins for when the root, whose id is ``only-dark``, is the
target. Pixels have no variables: a picture with some in it is drawn twice, and holds
those twice that differ.
"""

import base64
import io
import re
from collections.abc import Callable
from typing import Any

from PIL import Image

from sitekit.build.figures.style import dark_of

LEADING = re.compile(r"(?<!\d)0\.")
DECIMALS = re.compile(r"-?\d+\.\d{3,}")
# Places; never scale(), where a hundredth is a third of a glyph's size.
ROUNDED = re.compile(r'(?<= [xy]=")[^"]+|translate\([^)]+\)')
OUTLINE = re.compile(r' d="([^"]+)"( transform="scale\(0\.015625\)")?')
STEP = re.compile(r"([MLCQz])([^MLCQz]*)")  # all that matplotlib writes
HEAD = re.compile(r"<!DOCTYPE[^>]*>|\s*<metadata>.*?</metadata>|<!--.*?-->", re.S)
REFERENCE = re.compile(r'(?<=href="#)[^"]+|(?<=url\(#)[^)]+')
ID = re.compile(r' id="([^"]+)"')
COLOUR = re.compile(r"#[0-9a-f]{6}\b")
RASTER = re.compile(r'<image\b[^>]*?"data:image/png;base64,([^"]+)"[^>]*/>')
DPI = 144  # of a raster: three pixels for two of CSS
SHADES = 64  # of a raster


def of(figure: Any) -> str:
    """The SVG that matplotlib writes, without dates and needless decimals."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    buffer = io.StringIO()
    figure.dpi = DPI
    # Not savefig, which draws twice, once for the layout: drawing makes that itself.
    FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None, "Creator": None})
    return slim(buffer.getvalue())


def slim(svg: str) -> str:
    """Without what no reader sees: a hundredth of a point is a third of the bytes."""
    svg = HEAD.sub("", svg)
    svg = ROUNDED.sub(lambda m: DECIMALS.sub(_short, m[0]), svg)
    return OUTLINE.sub(_outline, svg)


def _short(match: re.Match[str]) -> str:
    return f"{float(match[0]):.2f}".rstrip("0").rstrip(".")


def _outline(match: re.Match[str]) -> str:
    path, is_glyph = match.groups()
    if is_glyph:  # a letter's size is 6400; a unit of 200 is a twentieth of a point
        return f' d="{steps(path, 32)}" transform="scale(0.5)"'
    return f' d="{steps(path, 0.01, 0.01)}"'


def steps(path: str, unit: float, shown: float = 1) -> str:
    """A path told from point to point: half the bytes of one that says each place.

    Places are rounded to multiples of ``unit``, which is written as ``shown``. Steps
    lead from rounded place to rounded place, so that no errors add up.
    """
    out, here, start = [], (0, 0), (0, 0)
    for letter, numbers in STEP.findall(path):
        whole = [round(float(number) / unit) for number in numbers.split()]
        places = list(zip(whole[::2], whole[1::2], strict=True))
        moved = [n - o for place in places for n, o in zip(place, here, strict=True)]
        said = " ".join(f"{n * shown:g}" for n in moved).replace(" -", "-")
        out.append(letter.lower() + LEADING.sub(".", said))
        here = places[-1] if places else start  # z leads back
        start = here if letter == "M" else start
    return "".join(out)


def both(light: str, dark: Callable[[], str]) -> str:
    """One SVG for both schemes; ``dark`` is asked only if there are pixels in it."""
    if "<image" in light:
        others = iter(RASTER.findall(dark()))
        light = RASTER.sub(lambda match: _pair(match, next(others)), light)
    colours = dict.fromkeys(c for c in COLOUR.findall(light) if dark_of(c))
    names = {colour: f"--{n}" for n, colour in enumerate(colours)}
    svg = COLOUR.sub(lambda m: f"var({names[m[0]]})" if m[0] in names else m[0], light)
    plain = "".join(f"{name}:{colour};" for colour, name in names.items())
    other = "".join(f"{name}:{dark_of(colour)};" for colour, name in names.items())
    style = (
        f"<style>svg{{{plain}}}svg:target{{{other}}}"
        ".dark,svg:target .light{display:none}svg:target .dark{display:inline}</style>"
    )
    return renamed(svg).replace("<defs>", f"{style}<defs>", 1)


def _pair(match: re.Match[str], other: str) -> str:
    def image(scheme: str, data: str) -> str:
        tag = re.sub(r' id="[^"]*"', "", match[0]).replace(match[1], smaller(data))
        return tag.replace("<image", f"<image{scheme}", 1)

    if match[1] == other:  # a photograph, which knows of no scheme
        return image("", other)
    return image(' class="light"', match[1]) + image(' class="dark"', other)


def smaller(data: str) -> str:
    """A PNG, in base64, with a palette of its own."""
    buffer = io.BytesIO()
    image = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGBA")
    image.quantize(SHADES, method=Image.Quantize.FASTOCTREE).save(
        buffer, "PNG", optimize=True
    )
    return base64.b64encode(buffer.getvalue()).decode()


def renamed(svg: str) -> str:
    """Short names for what is referred to, none for the rest; the root's is its own.

    Matplotlib's names come from colours and from chance, and are a tenth of the bytes.
    """
    referred = dict.fromkeys(REFERENCE.findall(svg))
    names = {name: f"i{n}" for n, name in enumerate(referred)}
    svg = ID.sub(lambda m: f' id="{names[m[1]]}"' if m[1] in names else "", svg)
    svg = REFERENCE.sub(lambda m: names[m[0]], svg)
    svg = re.sub(r">\s+<", "><", svg)
    return svg.replace("<svg ", '<svg id="only-dark" ', 1)
