import pytest

from sitekit.build.finish import redirects
from sitekit.page.paths import PageError

CSV = "docs/redirects.csv"
HEAD = "from,to,reason\n"


def test_old_addresses_lead_to_the_page_in_each_language(project, tmp_path):
    project.write(CSV, HEAD + "old/lines,basics/line#slope,renamed\n")
    site = tmp_path / "built"
    for url in ("basics/line", "en/basics/line"):
        head = f'<link rel="canonical" href="https://here.example/{url}/">'
        project.write(f"built/{url}/index.html", head)
    redirects.write_all(project.root, site)
    for url, lang, up in (
        ("old/lines", "zh-Hans", "../.."),
        ("en/old/lines", "en", "../.."),
    ):
        page = (site / url / "index.html").read_text("utf-8")
        new = url.replace("old/lines", "basics/line")
        assert f'<html lang="{lang}">' in page
        assert f'content="0; url={up}/basics/line/#slope"' in page
        assert f'<a href="{up}/basics/line/#slope">' in page
        assert f'"canonical" href="https://here.example/{new}/"' in page


def test_none_is_fine(project, tmp_path):
    redirects.write_all(project.root, tmp_path / "built")
    project.write(CSV, HEAD)
    redirects.write_all(project.root, tmp_path / "built")
    assert not (tmp_path / "built").exists()


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("a,basics/line,x\na,index,x", "3: a is there twice"),
        ("basics/line,index,x", "2: basics/line is a page"),
        ("a,basics/none,x", "2: basics/none is no page of both languages"),
        ("a,b,x\nb,a,x", "2: b is no page of both languages"),
        ("a,a,x", "2: a is no page of both languages"),
        ("a,basics/line,x\nb,a,x", "3: a is no page of both languages"),
        ("a,basics/only,x", "2: basics/only is no page of both languages"),
        ("/a/,basics/line,x", "2: '/a/' is no path like basics/linear-regression"),
        ("../a,basics/line,x", "2: '../a' is no path like basics/linear-regression"),
        ("a,basics/line,", "2: a has no reason"),
    ],
)
def test_a_wrong_row_is_refused(project, rows, fault):
    project.write("docs/en/basics/only.md", "# Only in English\n")
    project.write(CSV, HEAD + rows + "\n")
    with pytest.raises(PageError) as caught:
        redirects.load(project.root)
    assert str(caught.value) == f"{CSV}:{fault}"
