import base64
import io
import re

import pytest
from PIL import Image

from sitekit.build import svg
from sitekit.build.style import THEMES, dark_of

LIGHT, DARK = THEMES["light"], THEMES["dark"]


def never() -> str:
    raise AssertionError("there are no pixels in it")


def picture(body: str) -> str:
    return f'<svg width="9pt" height="9pt"><defs></defs>{body}</svg>'


def test_size_of_letters_is_not_rounded():
    class Figure:
        def savefig(self, file, **options):
            file.write(
                b'<svg><metadata>date</metadata><path d="M 1.23456 -0.001L2 30.10049"/>'
                b'<g transform="translate(0.126 1.5) scale(0.015625)"/></svg>'
            )

    assert svg.of(Figure()) == (
        '<svg><path d="M 1.23 -0L2 30.1"/>'
        '<g transform="translate(0.13 1.5) scale(0.015625)"/></svg>'
    )


def test_colours_of_the_light_theme_have_a_dark_twin():
    text, blue = LIGHT["text"], LIGHT["cycle"][0]
    body = f'<path style="fill: {text}; stroke: {blue}"/><g style="fill: {text}"/>'
    shown = svg.both(picture(body), never)
    assert 'style="fill: var(--0); stroke: var(--1)"' in shown
    assert '<g style="fill: var(--0)"/>' in shown
    assert f"svg{{--0:{text};--1:{blue};}}" in shown
    assert f"svg:target{{--0:{DARK['text']};--1:{DARK['cycle'][0]};}}" in shown
    assert shown.startswith('<svg id="only-dark" ')


def test_a_colour_of_the_programs_own_is_the_same_in_both():
    shown = svg.both(picture('<path style="fill: #123456"/>'), never)
    assert "fill: #123456" in shown


def test_twins_are_those_of_the_themes():
    for key in ("text", "grid", "paper"):
        assert dark_of(LIGHT[key]) == DARK[key]
    assert [dark_of(c) for c in LIGHT["cycle"]] == DARK["cycle"]
    assert dark_of("#08306b") == "#f7fbff"  # the two ends of Blues
    assert dark_of("#123456") is None


def png(colour: str) -> str:
    buffer = io.BytesIO()
    Image.new("RGBA", (4, 3), colour).save(buffer, "PNG")
    return base64.b64encode(buffer.getvalue()).decode()


def test_pixels_are_drawn_for_each_scheme():
    def drawn(colour):
        data = f"data:image/png;base64,{png(colour)}"
        return picture(f'<image id="a1" x="2" xlink:href="{data}" width="4"/>')

    shown = svg.both(drawn("#0000ff"), lambda: drawn("#ffff00"))
    tags = re.findall(r'<image class="(\w+)" x="2" xlink:href="([^"]+)"', shown)
    assert [scheme for scheme, _ in tags] == ["light", "dark"]
    colours = [
        Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2])))
        .convert("RGBA")
        .getpixel((0, 0))
        for _, url in tags
    ]
    assert colours == [(0, 0, 255, 255), (255, 255, 0, 255)]
    assert ".dark,svg:target .light{display:none}" in shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<g id="axes_1"><path id="m7"/></g>', "<g><path/></g>"),
        (
            '<path id="m7"/>\n  <use xlink:href="#m7"/>',
            '<path id="i0"/><use xlink:href="#i0"/>',
        ),
        (
            '<g clip-path="url(#p3)"/><clipPath id="p3"/>',
            '<g clip-path="url(#i0)"/><clipPath id="i0"/>',
        ),
        ('<path d="M 1 2 \nL 3 4 \nz\n"/>', '<path d="M 1 2L 3 4z"/>'),
    ],
)
def test_names_only_where_they_are_referred_to(before, after):
    assert svg.renamed(f"<svg >{before}</svg>") == f'<svg id="only-dark" >{after}</svg>'
