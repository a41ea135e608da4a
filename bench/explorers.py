"""What an explorer costs a phone: script time of a frame, and bytes.

    python bench/explorers.py [SITE]        (a minute, after `make site`)

Chromium with a processor four times slower opens each figure that comes alive on a
screen of 390 px. "frame" is the time that scripts took in a frame while it played, the
median, and "slow" what one in twenty exceeded, both in milliseconds; "input" is the
same of the slider or list that takes longest. "bytes" is what the explorer's own script
and data weigh by gzip, "shared_bytes" what all of them need.
"""

import gzip
import json
import statistics
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser
from tqdm import tqdm

from sitekit.build.chromium import chromium
from sitekit.build.figures import explorers
from sitekit.page.pictures import explorer

ROOT = Path(__file__).parents[1]
RESULT = ROOT / "bench/results/explorers.json"
SLOWER, SECONDS = 4, 4
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
SHARED = ("js/explore.js", "js/explore/controls.js", "js/explore/plot.js")
TIMED = """
globalThis.frames_ms = []
const ask = globalThis.requestAnimationFrame
globalThis.requestAnimationFrame = (tell) => ask((now) => {
  const before = performance.now()
  tell(now)
  frames_ms.push(performance.now() - before)
})"""
# Moves each control away and back, five times, as an explorer is told of it: the least
# that one takes, of the control that takes most.
MOVE = """figure => Math.max(...[...figure.querySelectorAll(".explorer [name]")]
  .map(input => Math.min(...[0, 1, 2, 3, 4].map(turn => {
    if (input.type === "checkbox") input.checked = !input.checked
    else if (input.matches("select"))
      input.selectedIndex = (input.selectedIndex + 1) % input.options.length
    else input[turn % 2 ? "stepUp" : "stepDown"]()
    const before = performance.now()
    input.dispatchEvent(new Event("input"))
    return performance.now() - before
  }))))"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *given):
        pass


def weight(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def time(browser: Browser, address: str, name: str) -> dict[str, float]:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.add_init_script(TIMED)
    page.goto(address)
    figure = page.locator(f"#fig-{name}")
    figure.scroll_into_view_if_needed()
    page.locator(f"#fig-{name}.alive").wait_for()
    tools = context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    found = {}
    play = figure.get_by_role("button", name="Play", exact=True)
    if play.count():
        page.evaluate("frames_ms.length = 0")
        play.click()
        page.wait_for_timeout(SECONDS * 1000)
        frames = page.evaluate("frames_ms")
        slow = statistics.quantiles(frames, n=20)[-1]
        found = {"frame": statistics.median(frames), "slow": slow}
    found["input"] = figure.evaluate(MOVE)
    context.close()
    return {key: round(value, 2) for key, value in found.items()}


def main(site: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    shared = [site / "assets" / name for name in (*SHARED, "css/explore.css")]
    rows = []
    with chromium() as browser:
        for path in tqdm(explorers.programs(ROOT), "explorers", unit="explorer"):
            topic = path.relative_to(ROOT / "snippets").parent.as_posix()
            kind = explorer(path.read_text("utf-8"))
            own = site / f"assets/js/explorers/{kind}.js"
            data = site / f"figures/{topic}/{path.stem}.js"
            address = f"http://127.0.0.1:{server.server_port}/en/{topic}/"
            row = {"explorer": kind, "bytes": weight(own, data)}
            rows.append(row | time(browser, address, path.stem))
            tqdm.write(json.dumps(rows[-1]))
        result = {"chromium": browser.version, "slower": SLOWER}
    server.shutdown()
    result |= {"shared_bytes": weight(*shared), "explorers": rows}
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
