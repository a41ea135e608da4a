from sitekit.build.book.pictures import light
from sitekit.build.figures import svg


def test_the_light_colours_are_in_place(monkeypatch):
    drawn = (
        '<svg xmlns="x"><defs></defs><rect style="fill: #ffffff; stroke: #24292f"/>'
        '<image id="i" xlink:href="data:image/png;base64,AA"/></svg>'
    )
    monkeypatch.setattr(svg, "smaller", lambda data: data)
    both = svg.both(drawn, lambda: drawn.replace("base64,AA", "base64,BB"))
    assert "var(--0)" in both
    assert "BB" in both
    made = light(both)
    assert "fill: #ffffff; stroke: #24292f" in made
    for gone in ("var(", "<style", "only-dark", "BB", "class="):
        assert gone not in made
    assert "base64,AA" in made


def test_another_picture_is_left_alone():
    assert light("<svg><style>a{}</style></svg>") == "<svg><style>a{}</style></svg>"
