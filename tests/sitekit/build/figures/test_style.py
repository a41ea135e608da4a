import matplotlib as mpl
import pytest

from sitekit.build.figures import style


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(a: str, b: str) -> float:
    dark, light = sorted(map(luminance, (a, b)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", style.THEMES)
def test_colours_are_read_on_their_paper(theme):
    look = style.THEMES[theme]
    assert contrast(look["text"], look["paper"]) >= 7
    assert all(contrast(c, look["paper"]) >= 4.5 for c in look["cycle"])


@pytest.mark.parametrize("theme", style.THEMES)
def test_matplotlib_takes_the_parameters(theme):
    with mpl.rc_context():
        mpl.rcParams.update(style.parameters(theme))
        cycle = [*mpl.rcParams["axes.prop_cycle"]]
    look = style.THEMES[theme]
    assert [each["color"] for each in cycle] == look["cycle"]
    # Who sees no colours has the lines.
    assert len({str(each["linestyle"]) for each in cycle}) == len(cycle)


def test_themes_differ_in_colours_alone():
    light, dark = (style.parameters(theme) for theme in ("light", "dark"))
    assert light.keys() == dark.keys()
    differ = {name for name in light if light[name] != dark[name]}
    assert not [n for n in differ if "size" in n or "font" in n or "linewidth" in n]
    assert style.FONT.is_file()
