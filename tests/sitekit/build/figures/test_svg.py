import base64
import io
import itertools
import re
from random import Random

import pytest
from PIL import Image

from sitekit.build.figures import svg
from sitekit.build.figures.style import THEMES, dark_of

LIGHT, DARK = THEMES["light"], THEMES["dark"]


def never() -> str:
    raise AssertionError("there are no pixels in it")


def picture(body: str) -> str:
    return f'<svg width="9pt" height="9pt"><defs></defs>{body}</svg>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<use x="91.660633" y="-0.001"/>', '<use x="91.66" y="-0"/>'),
        (
            '<g transform="translate(0.126 1.5) scale(0.015625)"/>',
            '<g transform="translate(0.13 1.5) scale(0.015625)"/>',  # sizes stay exact
        ),
        (
            '<path d="M 1.23456 -0.001 \nL 2 30.10049 \nz\n" clip-path="url(#p)"/>',
            '<path d="m1.23 0l.77 30.1z" clip-path="url(#p)"/>',
        ),
        (
            '<path d="M 563 0 L 3136 0 Q 16 32 -99 80 z" transform="scale(0.015625)"/>',
            '<path d="m18 0l80 0q-98 1-101 2z" transform="scale(0.5)"/>',
        ),
    ],
)
def test_as_short_as_it_looks_the_same(before, after):
    drawn = f"<svg><metadata>date</metadata>{before}</svg>"
    assert svg.slim(drawn) == f"<svg>{after}</svg>"


def places(path: str) -> list[tuple[float, float]]:
    """Where a path of m, l, c and z leads, as a browser reads it."""
    found, here, start = [], (0.0, 0.0), (0.0, 0.0)
    for letter, said in re.findall(r"([mlcz])([^mlcz]*)", path):
        numbers = [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", said)]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        found += (moved := [(here[0] + x, here[1] + y) for x, y in pairs])
        here = moved[-1] if moved else start
        start = here if letter == "m" else start
    return found


def test_steps_lead_where_the_path_led():
    random = Random(0)
    given = [(random.uniform(-9, 999), random.uniform(-9, 999)) for _ in range(7000)]
    letters = itertools.cycle(["M", "L", "C", "z", "L", "M", "L"])
    counts, rest, path = {"M": 1, "L": 1, "C": 3, "z": 0}, iter(given), ""
    for letter in letters:
        taken = list(itertools.islice(rest, counts[letter]))
        if len(taken) < counts[letter]:
            break
        path += letter + " ".join(f"{x:f} {y:f}" for x, y in taken)
    led = places(svg.steps(path, 0.01, 0.01))
    assert len(led) > 6990
    for (x, y), (ours_x, ours_y) in zip(given, led, strict=False):
        assert ours_x == pytest.approx(x, abs=0.005001)  # after thousands of steps
        assert ours_y == pytest.approx(y, abs=0.005001)


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
    alike = svg.both(drawn("#0000ff"), lambda: drawn("#0000ff"))
    assert alike.count("<image") == 1
    assert '<image x="2"' in alike


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
    ],
)
def test_names_only_where_they_are_referred_to(before, after):
    assert svg.renamed(f"<svg >{before}</svg>") == f'<svg id="only-dark" >{after}</svg>'
