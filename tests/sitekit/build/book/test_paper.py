import re

from sitekit.build.book import paper


def test_a_chapter_knows_the_pages_before_it_and_its_places(book):
    documents = paper.documents(book())
    assert [*documents] == ["basics-line", "basics-curve", "reference-words"]
    curve = documents["basics-curve"](41)
    assert "html { counter-reset: page 41 }" in curve
    assert r'@bottom-left { content: "2 A “curve”" }' in curve
    assert '<h1 class="opening"' not in curve  # the part began with the line
    assert '<h2 id="basics-curve--bend">' in curve
    assert f'<a href="{paper.HOST}#basics-line--steps">the line</a>' in curve
    unseen = re.findall(r'<a href="#([^"]*)"></a>', curve)
    assert unseen == ["basics-curve", "basics-curve--bend"]


def test_styles_and_pictures_are_files_of_the_site(book, site):
    line = paper.documents(book())["basics-line"](0)
    folder = (site.root / "site").as_uri()
    assert f'<link rel="stylesheet" href="{folder}/assets/site.css">' in line
    assert f'src="{folder}/figures/basics/line/wave.en.svg"' in line
    assert '<h1 class="opening" id="part-basics">Basics</h1>' in line
    assert '<a href="#part-basics"></a>' in line  # or Chromium would not note it


def test_the_table_has_the_numbers_of_pages(book):
    found = book()
    keys = [part.key for part in found.parts] + [c.key for c in found.chapters]
    keys += [f"{c.key}--{i}" for c in found.chapters for i, _ in c.sections]
    front = paper.front_of(found, {key: n for n, key in enumerate(keys, 11)})
    assert f'<a href="{paper.HOST}#part-basics">Basics<span>11</span></a>' in front
    assert ">Few<span>18</span></a>" in front
