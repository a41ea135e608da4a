"""What a first visit costs a reader: bytes, largest paint, processor time.

    python bench/pages.py [SITE]        (two minutes, after `make site`)

Chromium with an empty cache visits five pages of the built site as Lighthouse's phone
does: a processor four times slower, 1.6 Mbit/s, 150 ms to and fro, texts compressed by
gzip. "bytes" is what came over the wire until the page was idle, fonts included; "lcp"
is the largest contentful paint and "cpu" the time of the browser's main thread, both in
seconds and the median of three visits. "elements" is their number on the page.
"""

import gzip
import json
import statistics
import sys
import threading
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser
from tqdm import tqdm

from sitekit.build.chromium import chromium

ROOT = Path(__file__).parents[1]
RESULT = ROOT / "bench/results/pages.json"
PAGES = [
    "basics/linear-regression/",
    "classification/softmax-regression/",
    "optimization/adam/",
    "optimization/after-adam/",
    "en/optimization/learning-rate-schedules/",
]
VISITS, SLOWER, LATENCY, BITS = 3, 4, 150, 1_600_000
QUIET = 3000  # milliseconds without an answer, after which a page is done
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml")
PAINTS = """
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) globalThis.largest = entry.startTime
}).observe({type: "largest-contentful-paint", buffered: true})
"""


@lru_cache(maxsize=512)
def packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


class Handler(SimpleHTTPRequestHandler):
    """A server of static files that compresses texts, as those of the web do."""

    def do_GET(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return self.send_error(404)
        text = file.suffix in TEXTS
        body = packed(file) if text else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages says
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *given):
        pass


def visit(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.add_init_script(PAINTS)
    tools = context.new_cdp_session(page)
    for domain in ("Network", "Performance"):
        tools.send(f"{domain}.enable")
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": BITS / 8,
            "uploadThroughput": BITS / 8,
        },
    )
    came = []
    tools.on("Network.loadingFinished", lambda e: came.append(e["encodedDataLength"]))
    page.goto(address, wait_until="load")
    while True:  # scripts ask for more when the page is long there
        before = len(came)
        page.wait_for_timeout(QUIET)
        if len(came) == before:
            break
    metrics = {
        m["name"]: m["value"] for m in tools.send("Performance.getMetrics")["metrics"]
    }
    found = {
        "bytes": sum(came),
        "lcp": page.evaluate("largest") / 1000,
        "cpu": metrics["TaskDuration"],
        "elements": page.evaluate("document.querySelectorAll('*').length"),
    }
    context.close()
    return found


def main(site: Path) -> None:
    handler = partial(Handler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rows = []
    with chromium() as browser:
        for path in tqdm(PAGES, "pages", unit="page"):
            address = f"http://127.0.0.1:{server.server_port}/{path}"
            visits = [visit(browser, address) for _ in range(VISITS)]
            middle = {k: statistics.median(v[k] for v in visits) for k in visits[0]}
            rows.append({"page": path, **{k: round(v, 2) for k, v in middle.items()}})
            tqdm.write(json.dumps(rows[-1]))
        result = {"chromium": browser.version, "pages": rows}
    server.shutdown()
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
