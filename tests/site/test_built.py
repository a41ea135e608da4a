"""What was built is what was meant: code, head, language, images, formulas, weight."""

import gzip
import io
import json
import re
import tokenize
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from sitekit.check.listings import blocks
from sitekit.page.paths import FIGURES, LANGS, is_notebook, read
from sitekit.page.shown import embedded

pytestmark = pytest.mark.built

ROOT = Path(__file__).parents[2]
TAGS = {"zh": "zh-Hans", "en": "en"}
PREFIX = {"zh": "", "en": "en/"}


def address(doc, lang=None, site_url=""):
    """Where a page is to be found in a language, its own if none is named."""
    folder = Path(doc.url).relative_to("" if doc.lang == "zh" else doc.lang).as_posix()
    tail = "" if folder == "." else f"{folder}/"
    return site_url + PREFIX[lang or doc.lang] + tail


# -- code -------------------------------------------------------------------------


def tokens(code: str) -> list[tuple[str, str]]:
    found = tokenize.generate_tokens(io.StringIO(code.strip("\n")).readline)
    return [(tokenize.tok_name[t.type], t.string) for t in found]


def shown_listings(root) -> list[str]:
    """Python that a page shows, in reading order."""
    return [
        code.text()
        for box in root.all(cls="language-python")
        for code in box.all("code")
    ]


def code_faults(shown: list[str], ran: list[str]) -> list[str]:
    faults = []
    if len(shown) != len(ran):
        faults.append(f"{len(shown)} listings shown, {len(ran)} ran")
    for n, pair in enumerate(zip(shown, ran, strict=False), 1):
        for ours, theirs in zip(*map(tokens, pair), strict=False):
            if ours != theirs:
                faults.append(f"listing {n} shows {ours[1]!r}, but {theirs[1]!r} ran")
                break
        else:
            if len(tokens(pair[0])) != len(tokens(pair[1])):
                faults.append(f"listing {n} is cut short or goes on")
    return faults


def test_listings_are_what_ran(doc, built):
    ran = [block.code for block in blocks(ROOT / doc.source, ROOT)]
    assert not code_faults(shown_listings(built(doc)), ran)


def test_each_figure_leads_to_the_program_that_drew_it(doc, built, site):
    if is_notebook(read(ROOT / doc.source)):
        return  # its cells drew, in full view
    programs = [
        p for p in embedded(doc) if p.startswith("snippets/") and p.endswith(".py")
    ]
    for figure in built(doc).all("figure"):
        name = figure.attrs["id"].removeprefix("fig-")
        (link,) = (a for p in figure.all("p", cls="program") for a in p.all("a"))
        (program,) = (p for p in programs if Path(p).stem == name)
        path = f"source/{program}.html"
        assert link.attrs["href"].lstrip("./") == path
        assert (site / path).is_file()


def test_a_changed_token_is_found(tree):
    page = '<div class="language-python highlight"><pre><code>{}</code></pre></div>'
    shown = shown_listings(tree(page.format("<b>x</b> = 1 &lt; 3\n")))
    assert code_faults(shown, ["x = 1 < 2\n"]) == ["listing 1 shows '3', but '2' ran"]
    assert code_faults(shown, ["x = 1 < 3\n\n\n"]) == []
    assert code_faults(shown, ["x = 1 < 3\ny = x\n"])
    assert code_faults([], ["x = 1\n"]) == ["0 listings shown, 1 ran"]


# -- nothing from elsewhere -------------------------------------------------------

URL = re.compile(r"""(?:url\(|@import\s)\s*["']?((?:https?:)?//[^)"'\s]+)""")
LOADS = re.compile(r"(?:https?:)?//")
NO_LOAD = {"canonical", "alternate", "prev", "next", "license"}


def loads(root) -> list[str]:
    """Addresses of other hosts that a document would load by itself."""
    found = []
    for element in root.all():
        attrs = element.attrs
        if element.tag == "link" and not NO_LOAD & set(attrs.get("rel", "").split()):
            found.append(attrs.get("href", ""))
        if element.tag in ("image", "use"):  # of an inline SVG
            found += [attrs.get("href", ""), attrs.get("xlink:href", "")]
        found += [attrs.get(name, "") for name in ("src", "poster", "data", "action")]
        found += [
            part.split()[0] for part in attrs.get("srcset", "").split(",") if part
        ]
        found += URL.findall(attrs.get("style", ""))
        if element.tag == "style":
            found += URL.findall(element.text())
    return [url for url in found if LOADS.match(url)]


TAG = re.compile(r"""<style.*?</style>|<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""", re.S)
# What may load something: whatever has an attribute for it, or a style sheet.
LOADING = re.compile(r"<style|[\s:](?:href|src|srcset|poster|data|action|style)\s*=")


def loading(text: str) -> str:
    """A document without the rest, whose tree would take its time to build."""
    return "".join(
        tag if tag.startswith("<style") else f"{tag[:-1]}/>"
        for tag in TAG.findall(text)
        if LOADING.search(tag)
    )


def test_nothing_loads_from_another_host(site, tree):
    found = {}
    for path in site.rglob("*"):
        if path.suffix in (".html", ".svg"):
            found[path] = loads(tree(loading(path.read_text("utf-8"))))
        if path.suffix in (".css", ".svg"):
            found[path] = found.get(path, []) + URL.findall(path.read_text("utf-8"))
    assert not {path: urls for path, urls in found.items() if urls}


@pytest.mark.parametrize(
    "planted",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="//fonts.example/css">',
        '<img srcset="a.png 1x, https://img.example/b.png 2x">',
        '<p style="background: url(https://img.example/a.png)">',
        '<style>@import "https://fonts.example/css";</style>',
        '<svg><image href="https://img.example/a.png"/></svg>',
        '<svg><image xlink:href="https://img.example/a.png"/></svg>',
        '<img alt="1 > 0" src="https://img.example/a.png">',
        "<img src='https://img.example/a.png' alt='\"'>",
    ],
)
def test_a_foreign_load_is_found(tree, planted):
    inside = planted.replace("https://", "/").replace("//", "/")
    assert loads(tree(loading(f"<p>{planted}</p>")))
    assert not loads(tree(loading(f"<p>{inside}</p>")))


# -- head -------------------------------------------------------------------------


def heading(site, doc) -> str:
    """The HTML of a page as far as a head goes: a hundredth of it."""
    text = (site / doc.url / "index.html").read_text("utf-8")
    return text.partition("</head>")[0]


def head(root) -> dict:
    """What a page says about itself."""
    links = [link.attrs for link in root.all("link")]
    named = {meta.attrs.get("name"): meta.attrs for meta in root.all("meta")}
    return {
        "lang": next(root.all("html")).attrs.get("lang"),
        "title": next(root.all("title")).text().strip(),
        "description": named.get("description", {}).get("content", ""),
        "canonical": [a["href"] for a in links if a["rel"].split() == ["canonical"]],
        "alternates": {
            a["hreflang"]: a["href"] for a in links if a["rel"].split() == ["alternate"]
        },
    }


def right_head(doc, site_url) -> dict:
    pairs = {TAGS[lang]: address(doc, lang, site_url) for lang in LANGS}
    return {
        "lang": TAGS[doc.lang],
        "canonical": [address(doc, None, site_url)],
        # The same on both pages of a pair, so each names the other: reciprocal.
        "alternates": pairs | {"x-default": pairs["zh-Hans"]},
    }


def head_faults(found: dict, right: dict) -> list[str]:
    return [
        f"{what}: {found[what]}, but right is {value}"
        for what, value in right.items()
        if found[what] != value
    ]


def test_head(doc, site, tree, site_url):
    found = head(tree(heading(site, doc)))
    assert not head_faults(found, right_head(doc, site_url))
    assert found["description"]


def test_a_wrong_head_is_found(docs, site, tree, site_url):
    doc = next(d for d in docs if d.url == "en/basics/linear-regression")
    text = heading(site, doc)
    for old, new in {
        '<html lang="en"': '<html lang="zh"',
        'rel="canonical" href="' + site_url + "en/": 'rel="canonical" href="'
        + site_url,
        'hreflang="zh-Hans" href="'
        + site_url: f'hreflang="zh-Hans" href="{site_url}en/',
    }.items():
        assert old in text
        planted = head(tree(text.replace(old, new)))
        assert len(head_faults(planted, right_head(doc, site_url))) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("what", ["title", "description"])
def test_no_two_pages_say_the_same_of_themselves(docs, site, tree, lang, what):
    heads = [head(tree(heading(site, doc))) for doc in docs if doc.lang == lang]
    count = Counter(found[what] for found in heads)
    assert not {text for text, times in count.items() if times > 1}


# -- sitemap and 404 --------------------------------------------------------------

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def entries(text: str) -> dict[str, dict[str, str]]:
    """Every address of a sitemap, with its address in each language."""
    return {
        url.findtext("s:loc", "", SPACES): {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in url.iterfind("x:link", SPACES)
        }
        for url in ElementTree.fromstring(text).iterfind("s:url", SPACES)
    }


@pytest.mark.parametrize("lang", LANGS)
def test_sitemap_lists_every_page_in_both_languages(docs, site, site_url, lang):
    text = (site / PREFIX[lang] / "sitemap.xml").read_text("utf-8")
    assert entries(text) == {
        address(doc, lang, site_url): {
            TAGS[each]: address(doc, each, site_url) for each in LANGS
        }
        for doc in docs
        if doc.lang == lang
    }
    packed = (site / PREFIX[lang] / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == text


def test_404_speaks_both_languages_from_anywhere(site, tree, site_url):
    root = tree(site / "404.html")
    (article,) = root.all("article")
    assert {"zh-Hans", "en"} <= {e.attrs["lang"] for e in article.all("div") if e.attrs}
    assert not [a for a in root.all("link") if a.attrs["rel"] == "canonical"]
    # It answers at any depth, so its links start from the root of the host.
    path = urlsplit(site_url).path
    links = [e.attrs.get("href") or e.attrs.get("src") for e in root.all()]
    inside = [link for link in links if link and not link.startswith("#")]
    assert inside
    assert not [u for u in inside if not u.startswith(path) or u.startswith("//")]


# -- text, images, formulas, tab stops --------------------------------------------

RAW = re.compile(
    r"\\\(|\\\[|\$\$|%%sitekit|--8<--|\]\(figure:|\\(?:eq)?(?:ref|label)\{"
)
NOT_PROSE = ("script", "style", "code")


def page_faults(root) -> list[str]:
    """What a reader should never meet."""
    faults = [f"{mark!r} is left in the text" for mark in RAW.findall(prose(root))]
    for code in (c for pre in root.all("pre") for c in pre.all("code")):
        if "--8<--" in code.text():
            faults.append("a section marker is left in the code")
    for image in root.all("img"):
        attrs = image.attrs
        missing = [name for name in ("alt", "width", "height") if name not in attrs]
        if f"{FIGURES}/" in attrs["src"]:
            missing += [name for name in ("alt",) if not attrs.get(name)]
            missing += [] if attrs.get("loading") == "lazy" else ["loading=lazy"]
        if attrs["src"].startswith("data:"):  # of a notebook: it is there at once
            missing = [] if attrs.get("alt") else ["alt"]
        faults += [f"{attrs['src'][:40]} has no {name}" for name in missing]
    for figure in root.all("figure"):
        if "id" not in figure.attrs:  # of a notebook
            continue
        shown = [image.attrs["src"].partition("#") for image in figure.all("img")]
        schemes = [fragment for _, _, fragment in shown]
        if schemes != ["only-light", "only-dark"] or len({f for f, _, _ in shown}) > 1:
            faults.append(f"{figure.attrs['id']} shows {shown}")
    for formula in root.all(cls="arithmatex"):
        shown = formula.text()[:40]
        if [bool(math.text()) for math in formula.all("math")] != [True]:
            faults.append(f"no MathML in {shown!r}")
        if formula.tag == "div" and formula.attrs.get("tabindex") != "0":
            faults.append(f"no tab stop: {shown!r}")
    for pre in root.all("pre"):
        if any(code.attrs.get("tabindex") != "0" for code in pre.all("code")):
            faults.append(f"no tab stop: {pre.text()[:40]!r}")
    return faults


def prose(root) -> str:
    return next(iter(root.all("article")), root).text(NOT_PROSE)


def test_nothing_raw_or_unreachable_on_a_page(doc, built):
    assert not page_faults(built(doc))


PICTURE = (
    '<figure id="fig-a"><img src="figures/a.svg#only-light" alt="a" width="1" '
    'height="1" loading="lazy"><img src="figures/a.svg#only-dark" alt="a" width="1" '
    'height="1" loading="lazy"></figure>'
)


@pytest.mark.parametrize(
    ("good", "old", "new"),
    [
        ("<p>text</p>", "text", r"the rate \(\eta\)"),
        ("<p>text</p>", "text", "$$x$$"),
        ("<p>text</p>", "text", "%%sitekit:3%%"),
        ("<p>text</p>", "text", '--8<-- "a.py"'),
        (PICTURE, ' alt="a"', ""),
        (PICTURE, ' width="1"', ""),
        (PICTURE, ' loading="lazy"', ""),
        (PICTURE, "only-dark", "only-light"),
        (PICTURE, "a.svg#only-dark", "b.svg#only-dark"),
        ('<pre><code tabindex="0">x</code></pre>', ' tabindex="0"', ""),
        ('<pre><code tabindex="0">x</code></pre>', "x", "# --8<-- [start:x]"),
        (
            '<div class="arithmatex" tabindex="0"><math><mi>x</mi></math></div>',
            ' tabindex="0"',
            "",
        ),
        (
            '<span class="arithmatex"><math><mi>x</mi></math></span>',
            "math>",
            "i>",
        ),
    ],
)
def test_a_raw_or_unreachable_thing_is_found(tree, good, old, new):
    assert old in good
    assert not page_faults(tree(good))
    assert page_faults(tree(good.replace(old, new, 1)))


# -- search index and weight ------------------------------------------------------


H1 = re.compile("<h1.*?</h1>", re.S)


@pytest.mark.parametrize("lang", LANGS)
def test_search_index_knows_every_page(docs, site, tree, lang):
    script = (site / PREFIX[lang] / "search/sections.js").read_bytes()
    sections = json.loads(script.decode().removeprefix("SECTIONS="))
    titles = {section["location"]: section["title"] for section in sections}
    for doc in docs:
        if doc.lang == lang and doc.topic != "index":  # the home page stays out
            text = (site / doc.url / "index.html").read_text("utf-8")
            (h1,) = tree("".join(H1.findall(text))).all("h1")
            name = " ".join(h1.text(without=("a",)).split())
            assert titles[address(doc, "zh")] == name
    # The first search waits for it, while the reader types: 35 ms a page at 1.6 Mbit/s.
    assert len(gzip.compress(script)) < 7_000 * len(docs) / len(LANGS)


def test_weight(doc, site, record_property):
    size = len(gzip.compress((site / doc.url / "index.html").read_bytes(), 6, mtime=0))
    record_property("gzip bytes of the HTML", size)
    print(f"{size:7,} bytes gzip  {doc.url or '/'}")
    assert size < 200_000
