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


def test_a_table_without_a_class_is_asked_for(tmp_path):
    site, rule = tmp_path / "site", "table:not([class]){top:0}"
    sheet = site / "assets/stylesheets/main.css"
    sheet.parent.mkdir(parents=True)
    for tag, text in (("<table>", rule), ('<table class="data">', "")):
        sheet.write_text(rule, "utf-8")
        (site / "a.html").write_text(tag, "utf-8")
        styles.write_all(tmp_path, site)
        assert sheet.read_text("utf-8") == text


def test_what_a_picture_shows_is_no_class(tmp_path):
    site = tmp_path / "site"
    sheet = site / "assets/stylesheets/main.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("[alt]{top:0}[data-hue=pink]{top:0}.pink{top:0}", "utf-8")
    (site / "a.html").write_text('<img alt="pink" data-hue="red">', "utf-8")
    styles.write_all(tmp_path, site)
    assert sheet.read_text("utf-8") == "[alt]{top:0}"


def test_no_page_has_a_fourth_tab(tmp_path):
    site, rule = tmp_path / "site", "input:nth-child({})~p{{top:0}}"
    sheet = site / "assets/stylesheets/main.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(rule.format(3) + rule.format(4), "utf-8")
    (site / "a.html").write_text('<input id="__tabbed_2_3"><p>', "utf-8")
    styles.write_all(tmp_path, site)
    assert sheet.read_text("utf-8") == rule.format(3)


def test_what_a_script_can_do_and_no_page_asks(tmp_path):
    site = tmp_path / "site"
    sheet, script = site / "assets/stylesheets/main.css", site / "assets/js/a.js"
    for file, text in (
        (sheet, "[dir=ltr] p{top:0}[dir=rtl] p,.md-version__list,.md-tooltip{top:0}"),
        (script, 'document.dir === "rtl"; "md-version__list md-tooltip"'),
        (site / "a.html", '<html dir="ltr"><p>'),
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    styles.write_all(tmp_path, site)
    assert sheet.read_text("utf-8") == "[dir=ltr] p{top:0}"


def test_a_second_time_changes_nothing(tmp_path):
    site = tmp_path / "site"
    sheet = site / "assets/stylesheets/main.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(".a{color:red}.b{color:red}", "utf-8")
    (site / "a.html").write_text('<p class="a">', "utf-8")
    for _ in range(2):
        styles.write_all(tmp_path, site)
        assert sheet.read_text("utf-8") == ".a{color:red}"
