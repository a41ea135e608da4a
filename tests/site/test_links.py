"""Every internal address of the built site leads somewhere, and every page is found."""

from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

import pytest

from sitekit.page.paths import SOURCE

pytestmark = pytest.mark.built


class Links(HTMLParser):
    """Ids of a document, what it refers to, and where a reader can go from it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.all: set[str] = set()
        self.clicks: set[str] = set()
        self.moved = False  # an old address, to which nothing leads any more
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.moved |= found.get("http-equiv") == "refresh"
        self.ids |= {found[name] for name in ("id", "name") if found.get(name)}
        here = {found[name] for name in ("href", "src") if found.get(name)}
        self.all |= here
        if tag == "a":
            self.clicks |= here


def resolve(link: str, page: str, site_url: str) -> tuple[str, str] | None:
    """File below the site's root and fragment, or None: it leads out of the site."""
    if link.startswith(site_url):
        link = urlsplit(site_url).path + link.removeprefix(site_url)
    url = urlsplit(link)
    if url.scheme or url.netloc:
        return None
    path = unquote(url.path)
    if not path:
        return page, unquote(url.fragment)
    base = urlsplit(site_url).path
    if path.startswith(base):
        path = path.removeprefix(base)
    else:
        path = f"{dirname(page)}/{path}"
    folder = path.endswith(("/", ".", "..")) or not path
    path = normpath(path.strip("/"))
    return normpath(f"{path}/index.html") if folder else path, unquote(url.fragment)


@pytest.fixture(scope="module")
def read(plain):
    """read(site): all its documents."""
    return lambda site: {
        path.relative_to(site).as_posix(): Links(plain(path))
        for path in sorted(site.rglob("*.html"))
    }


def dead_links(site: Path, site_url: str, pages: dict[str, Links]) -> list[str]:
    dead = []
    for name, page in pages.items():
        for link in sorted(page.all):
            match resolve(link, name, site_url):
                case path, _ if not (site / path).is_file():
                    dead.append(f"{name}: {link} leads nowhere")
                case path, str(ident) if ident and path in pages:
                    if ident not in pages[path].ids:
                        dead.append(f"{name}: {link} has no such id")
    return dead


def orphans(site_url: str, home: str, pages: dict[str, Links]) -> list[str]:
    """Pages that no chain of links from a home page leads to."""
    reached, new = set(), {home}
    while new:
        reached |= new
        targets = (
            resolve(link, name, site_url) for name in new for link in pages[name].clicks
        )
        new = {target[0] for target in targets if target} & pages.keys() - reached
    return sorted(
        name
        for name in pages.keys() - reached
        if Path(name).name != "404.html" and not pages[name].moved
    )


@pytest.fixture(scope="module")
def pages(site, read):
    return read(site)


def test_every_link_leads_somewhere(site, site_url, pages):
    assert not dead_links(site, site_url, pages)


@pytest.mark.parametrize("home", ["index.html", "en/index.html"])
def test_every_page_can_be_found(site_url, home, pages):
    assert not orphans(site_url, home, pages)


@pytest.fixture
def small(tmp_path):
    """A site of two pages and one source page, with all its links right."""
    files = {
        "index.html": '<a href="a/">a</a><a href="#top" id="top"></a>',
        "a/index.html": '<h1 id="one"></h1><a href="..">home</a><a href="../source/x'
        '.py.html#L1"></a><a href="https://elsewhere.example/no">out</a>'
        '<link rel="canonical" href="https://here.example/repo/a/">',
        f"{SOURCE}/x.py.html": '<a id="L1"></a><a href="../a/index.html#one"></a>',
        "404.html": '<a href="/repo/a/#one">a</a><a href="/repo/">home</a>',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


HERE = "https://here.example/repo/"


def test_planted_dead_links_are_found(small, read):
    assert not dead_links(small, HERE, read(small))
    page = small / "a" / "index.html"
    links = ("b/", "../source/y.py.html", "/repo/x/", HERE + "x/", "../#no", "#no")
    planted = "".join(f'<a href="{link}"></a>' for link in links)
    page.write_text(page.read_text("utf-8") + planted, "utf-8")
    assert dead_links(small, HERE, read(small)) == [
        "a/index.html: #no has no such id",
        "a/index.html: ../#no has no such id",
        "a/index.html: ../source/y.py.html leads nowhere",
        "a/index.html: /repo/x/ leads nowhere",
        "a/index.html: b/ leads nowhere",
        f"a/index.html: {HERE}x/ leads nowhere",
    ]


def test_a_planted_orphan_is_found(small, read):
    assert not orphans(HERE, "index.html", read(small))
    (small / "b.html").write_text('<a href="./">home</a>', "utf-8")
    (small / "c.html").write_text('<meta http-equiv="refresh" content="0">', "utf-8")
    assert orphans(HERE, "index.html", read(small)) == ["b.html"]
