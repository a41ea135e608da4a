import pytest

from sitekit.build.finish import assets

SHARED = "assets/css/site.css", "assets/katex/fonts/a.woff2", "assets/js/site.js"
MATERIALS = "assets/javascripts/bundle.0.min.js"


@pytest.fixture
def site(tmp_path):
    for root in ("", "en/"):
        for name in (*SHARED, MATERIALS, "search/sections.js"):
            (tmp_path / root / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / root / name).write_text(name, "utf-8")
    return tmp_path


def shared(site, text: str, name: str = "en/index.html") -> str:
    (site / name).write_text(text, "utf-8")
    assets.share(site)
    return (site / name).read_text("utf-8")


def test_what_both_have_stays_once(site):
    assets.share(site)
    left = {p.relative_to(site / "en").as_posix() for p in (site / "en").rglob("*.*")}
    assert left == {"search/sections.js"}
    assert not (site / "en/assets").exists()
    assert all((site / name).is_file() for name in SHARED)


def test_scripts_that_no_page_asks_for_go(site):
    assets.share(site)
    assert not (site / MATERIALS).exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('src="assets/js/site.js"', 'src="../assets/js/site.js"'),
        ('href="../../assets/css/site.css"', 'href="../../../assets/css/site.css"'),
        ('"<x src=\\"../assets/a.js\\">"', '"<x src=\\"../../assets/a.js\\">"'),
        ('href="/en/assets/a.css"', 'href="/en/../assets/a.css"'),
        ('href="/x/y/en/assets/a.css"', 'href="/x/y/en/../assets/a.css"'),
        ('href="../source/assets/a.html"',) * 2,
        ('href="https://example.org/assets/a.css"',) * 2,
        ("the folder assets/css of &quot;assets/css&quot;",) * 2,
    ],
)
def test_pages_lead_to_what_is_left(site, before, after):
    assert shared(site, before) == after


def test_other_languages_pages_stay(site):
    assert shared(site, 'src="assets/js/site.js"', "index.html") == (
        'src="assets/js/site.js"'
    )


@pytest.mark.parametrize("change", ["en/assets/css/site.css", "en/assets/css/new.css"])
def test_a_file_of_one_language_alone_is_refused(site, change):
    (site / change).write_text("else", "utf-8")
    name = change.removeprefix("en/")
    with pytest.raises(RuntimeError, match=f"^{name} is not the same in both"):
        assets.share(site)
