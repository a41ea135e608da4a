import pytest
import tinycss2

from sitekit.build.finish import styles


def left(css: str, *known: str) -> str:
    return styles.smaller([css], set(known))[0]


@pytest.mark.parametrize(
    ("selector", "required"),
    [
        (".a.b > p::before", {"a", "b", "p"}),
        ("#i:hover~[dir=rtl] *", {"i", "dir", "rtl"}),
        ("[href^=x]:not(.n):is(.m,.k)", {"href"}),
        ("p table:not([class]) td", {"p", "table", "table:not([class])", "td"}),
        ("[data-md-toggle='search']:checked", {"data-md-toggle", "search"}),
    ],
)
def test_what_a_selector_requires(selector, required):
    tokens = tinycss2.parse_component_value_list(selector)
    assert styles.required(tokens) == required


def test_selectors_go_that_find_nothing():
    css = (
        '@charset "utf-8";.a,.b{color:red}.b .a{color:blue}'
        "@media print{.b{color:red}@supports (top:0){.a{top:0}}}"
        "@media screen{.b{color:red}}@keyframes b{to{top:0}}"
    )
    assert left(css, "a") == (
        '@charset "utf-8";.a{color:red}'
        "@media print{@supports (top:0){.a{top:0}}}"
        "@keyframes b{to{top:0}}"
    )


def test_variables_go_that_nothing_reads_any_more():
    icon = "url(\"data:image/svg+xml;charset=utf-8,<svg d='M0;{}'/>\")"
    css = f".a{{--x:{icon};--y:var(--x);--z:1;color:red}}.b{{top:var(--y)}}"
    assert left(css, "a", "b") == css.replace("--z:1;", "")
    assert left(css, "a") == ".a{color:red}"
    assert left(css, "a", "--z") == ".a{--z:1;color:red}"  # a script reads it


def test_what_is_known_are_words_of_tags_and_of_scripts(tmp_path):
    site = tmp_path / "site"
    (site / "assets/js").mkdir(parents=True)
    (site / "assets/css").mkdir()
    html = "<p class='on \nodd' hidden>text<b data-x=\"y z\"><i id=k>"
    (site / "a.html").write_text(html, "utf-8")
    (site / "assets/js/a.js").write_text('list.add("is-open")', "utf-8")
    (site / "assets/css/site.css").write_text("p{color:var(--ink)}", "utf-8")
    found = styles.words(site)
    assert found >= {
        *"pbik",
        "on",
        "odd",
        "hidden",
        "data-x",
        "y z",
        "is-open",
        "--ink",
    }
    assert found >= {"i:not([class])", "b:not([class])"}
    assert not found & {"text", "p:not([class])"}


@pytest.fixture
def finish(tmp_path):
    """finish(css, html, script=""): the stylesheet, once a site of one page is done."""

    def finish(css, html, script=""):
        site = tmp_path / "site"
        sheet = site / "assets/stylesheets/main.css"
        for file, text in (
            (sheet, css),
            (site / "assets/js/a.js", script),
            (site / "a.html", html),
        ):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        styles.write_all(tmp_path, site)
        return sheet.read_text("utf-8")

    return finish


def test_a_table_without_a_class_is_asked_for(finish):
    rule = "table:not([class]){top:0}"
    assert finish(rule, "<table>") == rule
    assert finish(rule, '<table class="data">') == ""


def test_what_a_picture_shows_is_no_class(finish):
    css = "[alt]{top:0}[data-hue=pink]{top:0}.pink{top:0}"
    assert finish(css, '<img alt="pink" data-hue="red">') == "[alt]{top:0}"


def test_no_page_has_a_fourth_tab(finish):
    rule = "input:nth-child({})~p{{top:0}}"
    css, html = rule.format(3) + rule.format(4), '<input id="__tabbed_2_3"><p>'
    assert finish(css, html) == rule.format(3)


def test_what_a_script_may_put_on_a_page_stays(finish):
    css = ".note{top:0}.tip{top:0}"
    assert finish(css, "<p>", 'element.className = "note"') == ".note{top:0}"


def test_a_second_time_changes_nothing(finish):
    left = finish(".a{color:red}.b{color:red}", '<p class="a">')
    assert left == ".a{color:red}"
    assert finish(left, '<p class="a">') == left
