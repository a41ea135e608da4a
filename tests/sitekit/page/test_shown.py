from sitekit.page.paths import Page
from sitekit.page.shown import embedded, shown_on

LINE = "src/chainrule/nn/line.py"
WAVE = "snippets/basics/line/wave.py"


def test_pages_that_show_a_file(project):
    listing = f'```python\n--8<-- "{LINE}:line"\n```\n'
    for lang in ("zh", "en"):
        project.add(
            f"docs/{lang}/basics/line.md",
            f'\n{listing}{listing}\n=== "Tab"\n\n    ![W](figure:wave "Caption.")\n',
        )
    pages = [Page(project.root, lang, "basics/line.md") for lang in ("zh", "en")]
    assert shown_on(project.root) == {LINE: pages, WAVE: pages}
    assert [embedded(page) for page in pages] == [[LINE, WAVE]] * 2
