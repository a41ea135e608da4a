"""Figures as readers of EPUB want them: light, without variables and their styles."""

import re

STYLE = re.compile(r"<style>svg\{(?P<light>[^}]*)\}svg:target.*?</style>", re.S)
VARIABLE = re.compile(r"(--\d+):([^;}]+)")
DARK = re.compile(r'<image class="dark"[^>]*/>')


def light(svg: str) -> str:
    """The figure in its light colours, and nothing of the dark ones."""
    style = STYLE.search(svg)
    if not style:
        return svg
    for name, colour in VARIABLE.findall(style["light"]):
        svg = svg.replace(f"var({name})", colour)
    svg = svg.replace(style[0], "").replace(' id="only-dark"', "", 1)
    return DARK.sub("", svg).replace(' class="light"', "")
