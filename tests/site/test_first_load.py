"""What a first visit costs a reader: at most 130 KB, on any page."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from helpers.weekly import WEEKLY

pytestmark = [pytest.mark.built, pytest.mark.browser]

MOST = 130_000  # bytes
HEAD = 250  # of an answer
PHONE = {"width": 390, "height": 844}
BELOW = 2500  # pixels below the screen, from where a browser fetches on a slow line
TEXTS = {".html", ".css", ".js", ".json", ".svg"}
# The pages with the most on them.
HEAVY = {
    *("basics/beyond-linear", "classification/mnist-runner"),
    *("optimization/critical-points", "sequences/decoding-and-seq2seq"),
}
FETCHED = """below => {
  const near = [...document.images].filter(image => image.checkVisibility()
    && image.getBoundingClientRect().top < innerHeight + below)
  return [location.href, ...performance.getEntriesByType("resource").map(r => r.name),
    ...near.map(image => image.currentSrc || image.src)].map(name => name.split("#")[0])
}"""


def weight(file: Path) -> int:
    data = file.read_bytes()
    return HEAD + len(gzip.compress(data, 6) if file.suffix in TEXTS else data)


def test_first_load(doc, site, server, contexts):
    if doc.topic not in HEAVY and not WEEKLY:
        pytest.skip("asked with WEEKLY=1")
    page = contexts(service_workers="block").new_page()
    page.set_viewport_size(PHONE)
    page.goto(f"{server}{doc.url}/", wait_until="networkidle")
    paths = {
        unquote(urlparse(name).path)
        for name in page.evaluate(FETCHED, BELOW)
        if name.startswith(server)
    }
    page.close()
    files = [site / path.removeprefix(urlparse(server).path) for path in paths]
    sizes = {
        file: weight(file / "index.html" if file.is_dir() else file) for file in files
    }
    heaviest = sorted(sizes, key=lambda file: -sizes[file])[:8]
    print(
        *(f"{sizes[file]:7,} {file.relative_to(site)}" for file in heaviest), sep="\n"
    )
    assert len(sizes) > 8  # page, styles, scripts
    assert sum(sizes.values()) <= MOST
