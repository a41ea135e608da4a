"""The built site: where it is, how its HTML is read, who serves it, who shows it."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from helpers.explorer import Explorer
from playwright.sync_api import Browser, BrowserContext, Page, Route

from sitekit.build.chromium import chromium
from sitekit.build.finish import archive
from sitekit.page.paths import LANGS, sources
from sitekit.page.paths import Page as Doc

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
DOCS = [
    Doc(ROOT, lang, path.relative_to(ROOT / "docs" / lang).as_posix())
    for lang in LANGS
    for path in sources(ROOT / "docs" / lang)
]


def pytest_generate_tests(metafunc):
    """A test that asks for `doc` runs once per page and language."""
    if "doc" in metafunc.fixturenames:
        ids = [f"{doc.lang}:{doc.topic}" for doc in DOCS]
        metafunc.parametrize("doc", DOCS, ids=ids, scope="module")


@pytest.fixture(scope="session")
def docs() -> list[Doc]:
    return DOCS


# -- files ------------------------------------------------------------------------


@pytest.fixture(scope="session")
def site() -> Path:
    if not (SITE / "index.html").is_file():
        pytest.fail("there is no built site: run `make site` first", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def packed(site) -> Path:
    """The archive of the built site."""
    file = archive.file_of(ROOT)
    if not file.is_file():
        pytest.fail(f"there is no {file.name}: run `make site` first", pytrace=False)
    return file


SPAN = re.compile(r'<span(?: class="[^"]*")?>|</span>')


@pytest.fixture(scope="session")
def plain() -> Callable[[Path], str]:
    """plain(file): its HTML without the thousands of spans that only colour code."""
    return lambda path: SPAN.sub("", path.read_text("utf-8"))


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
VOID |= {"source", "track", "wbr"}


@dataclass
class Element:
    """As much of a document tree as these tests need."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list, repr=False)

    @property
    def classes(self) -> list[str]:
        return self.attrs.get("class", "").split()

    def all(self, *tags: str, cls: str = "", outside: str = "") -> Iterator["Element"]:
        """Descendants in reading order: of a tag, of a class, in no `outside`."""
        for child in self.children:
            if isinstance(child, str) or (outside and outside in child.classes):
                continue
            if (not tags or child.tag in tags) and (not cls or cls in child.classes):
                yield child
            yield from child.all(*tags, cls=cls, outside=outside)

    def text(self, without: tuple[str, ...] = ()) -> str:
        parts = (
            child if isinstance(child, str) else child.text(without)
            for child in self.children
            if isinstance(child, str) or child.tag not in without
        )
        return "".join(parts)


class Tree(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Element("")
        self.open = [self.root]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        # Tags that may stay open (<p>, <li>) are closed by whatever holds them.
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].tag == tag:
                del self.open[at:]
                return

    def handle_data(self, data):
        self.open[-1].children.append(data)


@pytest.fixture(scope="session")
def tree() -> Callable[[str | Path], Element]:
    """tree(html or file): the document."""

    @lru_cache(maxsize=256)
    def read(source: str | Path) -> Element:
        text = source.read_text("utf-8") if isinstance(source, Path) else source
        return Tree(text).root

    return read


@pytest.fixture(scope="session")
def built(site, tree) -> Callable[[Doc], Element]:
    """built(doc): the document that was built from a page."""
    return lambda doc: tree(site / doc.url / "index.html")


def address_of(site: Path) -> str:
    """The address that the site was built for."""
    text = (site / "index.html").read_text("utf-8")
    match = re.search(r'<link rel="canonical" href="([^"]+)">', text)
    assert match, "the home page states no canonical address"
    return match[1]


@pytest.fixture(scope="session")
def site_url(site) -> str:
    return address_of(site)


# -- server -----------------------------------------------------------------------


@contextmanager
def serve(site: Path, prefix: str = "/") -> Iterator[str]:
    """Serve the site on loopback below a prefix, as GitHub Pages would."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=str(site))

        def do_GET(self):
            path = urlsplit(self.path).path
            if not path.startswith(prefix):
                self.send_error(404)
                return
            self.path = "/" + self.path.removeprefix(prefix)
            if path.endswith("/sitemap.xml"):
                self.send_sitemap()
            else:
                super().do_GET()

        def send_sitemap(self):
            """As if the site was built for this address, which scripts go by."""
            text = (site / self.path[1:]).read_text("utf-8")
            self.send(200, text.replace(address_of(site), address), "text/xml")

        def send_error(self, code, *_):
            self.send(code, (site / "404.html").read_text("utf-8"), "text/html")

        def send(self, code, text, kind):
            body = text.encode()
            self.send_response(code)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_):  # a browser that closes a page hangs up
            pass

    with Server(("127.0.0.1", 0), Handler) as server:
        address = f"http://127.0.0.1:{server.server_port}{prefix}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield address
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def server(site) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def below(site) -> Iterator[str]:
    """The same site below a path, as at https://owner.github.io/repo/."""
    with serve(site, "/repo/") as address:
        yield address


# -- browser ----------------------------------------------------------------------

FOREIGN = re.compile(r"^(?!http://127\.0\.0\.1:|file:|data:|blob:|about:)")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with ExitStack() as stack:
        try:
            yield stack.enter_context(chromium())
        except RuntimeError as error:
            pytest.skip(str(error))


@dataclass
class Watched:
    """A page, and what went wrong on it."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        page, faults = self.page, self.faults
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on(
            "console",
            lambda line: (
                faults.append(f"console: {line.text} ({line.location.get('url')})")
                if line.type in ("error", "warning")
                else None
            ),
        )
        page.on(
            "request",
            lambda request: (
                faults.append(f"foreign request: {request.url}")
                if FOREIGN.match(request.url)
                else None
            ),
        )


@pytest.fixture(scope="session")
def contexts(browser) -> Iterator[Callable[..., BrowserContext]]:
    """contexts(**options): one context per set of options; all other hosts refused."""
    made: dict[tuple, BrowserContext] = {}

    def context(**options) -> BrowserContext:
        key = tuple(sorted(options.items()))
        if key not in made:
            made[key] = browser.new_context(
                viewport={"width": 1280, "height": 900},
                reduced_motion="reduce",
                permissions=["clipboard-read", "clipboard-write"],
                **options,
            )
            made[key].route(FOREIGN, lambda route: route.abort())
        return made[key]

    yield context
    for each in made.values():
        each.close()


@pytest.fixture
def watch(contexts, server) -> Iterator[Callable[..., Watched]]:
    """watch(path, **context options): the page together with its faults.

    ``change`` makes another page of its HTML.
    """
    opened: list[Watched] = []

    def visit(path: str = "", base: str = server, change=None, **options) -> Watched:
        opened.append(Watched(contexts(**options).new_page()))
        if change:
            changed(opened[-1].page, base + path, change)
        opened[-1].page.goto(base + path, wait_until="load")
        return opened[-1]

    yield visit
    for watched in opened:
        watched.page.evaluate("localStorage.clear()")  # the next test chooses anew
        watched.page.close()


@pytest.fixture
def open_page(watch) -> Iterator[Callable[..., Page]]:
    """open_page(path, **context options): the page; its faults fail the test."""
    opened: list[Watched] = []

    def visit(*args, **options) -> Page:
        opened.append(watch(*args, **options))
        return opened[-1].page

    yield visit
    faults = [fault for watched in opened for fault in watched.faults]
    assert not faults, "\n".join(faults)


ARTICLE = re.compile(r"(<article\b[^>]*>).*?(</article>)", re.S)


def only(figure: str, html: str) -> str:
    """A page with one of its figures alone."""
    [found] = re.findall(rf'<figure id="fig-{figure}".*?</figure>', html, re.S)
    return ARTICLE.sub(lambda match: match[1] + found + match[2], html)


def changed(page: Page, address: str, change: Callable[[str], str]) -> None:
    """Let a page be another whenever it is loaded."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=change(response.text()))

    page.route(re.compile(re.escape(address.partition("?")[0]) + r"(\?.*)?$"), answer)


@pytest.fixture
def explorer(open_page) -> Callable[..., Explorer]:
    """explorer("part/page/figure", lang, state, **options): alive.

    On its page, or with ``alone`` on one that has nothing else, which opens faster.
    """

    def visit(
        name: str, lang: str = "en", state: str = "", *, alone: bool = True, **options
    ) -> Explorer:
        topic, _, figure = name.rpartition("/")
        path = f"{'en/' if lang == 'en' else ''}{topic}/"
        query = f"?{figure}={state}" if state else ""
        if alone:
            options["change"] = partial(only, figure)
        return Explorer(open_page(f"{path}{query}", **options), figure)

    return visit
