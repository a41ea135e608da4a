"""The search: what it loads, and how it answers, asked as the search box asks it."""

import json
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from sitekit.build.finish import search

ROOT = Path(__file__).parents[4]
# As much of a worker as the search needs.
WORKER = """
var self = globalThis, out, loads = 0, lost = false, location = {protocol: "https:"}
class URL { constructor(path) { this.href = path } }
function importScripts(path) {
  if (path === "https://example.org/en/search/sections.js") {
    loads++
    if (lost) throw Error("offline")
  }
  else (0, eval)(FILES[path.split("/").at(-1)])
}
function postMessage(message) { out = message }
"""
OURS = "docs/theme/assets/js/search-worker.js"
HOME = "https://example.org/en/"
SECTIONS = [
    ("descent/", "梯度下降", "沿着负梯度走，学习率太大就发散。"),
    ("descent/#rate", "学习率", "学习率决定一步走多远。"),
    ("momentum/", "Momentum & Nesterov", "The last movement is kept. 动量"),
    ("momentum/#ravine", "Along a ravine", "Momentum <helps> where descent zigzags."),
    ("decay/", "One", "Weight now and decay later, of all."),
    ("decay/#two", "Two", "Later now of all and weight decay."),
    ("coding/", "Classes", "A one-hot vector for the Pokémon of each class."),
]
NAMES = {"momentum/#ravine": "lerp_ zero_grad"}


def start() -> MiniRacer:
    """A worker that has loaded nothing."""
    context = MiniRacer()
    context.eval(WORKER)
    ours = ROOT / OURS
    files = {path.name: path.read_text("utf-8") for path in ours.parent.glob("*.js")}
    context.eval(f"var FILES = {json.dumps(files)}")
    context.eval(files[ours.name])
    sections = [
        {"location": place, "title": title, "text": text, "names": NAMES.get(place, "")}
        for place, title, text in SECTIONS
    ]
    context.eval(f"self.SECTIONS = {json.dumps(sections)}")
    return context


def ask(context: MiniRacer, words: str) -> dict:
    """What the worker answers."""
    question = json.dumps({"home": HOME, "words": words})
    context.eval(f"out = 0; self.onmessage({{data: {question}}}); 0")
    return json.loads(context.eval("JSON.stringify(out)"))


@pytest.fixture(scope="module")
def worker():
    return start()


@pytest.fixture
def first(worker):
    """first(query): what fits best, a page or a section."""

    def best(query):
        items = ask(worker, query)["items"]
        if not items:
            return None
        return items[0]["page"] if items[0]["best"] else items[0]["sections"][0]

    return best


def test_nothing_is_loaded_before_something_is_asked():
    worker = start()
    assert worker.eval("loads") == 0
    assert ask(worker, "") == {"words": "", "items": []}
    assert worker.eval("loads") == 1
    ask(worker, "momentum")
    assert ask(worker, "nesterov")["items"]
    assert worker.eval("loads") == 1


def test_what_does_not_arrive_is_said_and_asked_for_again():
    worker = start()
    worker.eval("lost = true")
    assert ask(worker, "momentum") == {"words": "momentum", "failed": True}
    worker.eval("lost = false")
    assert ask(worker, "momentum")["items"]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("学习率", "descent/#rate"),
        ("习率", "descent/#rate"),
        ("动", "momentum/"),
        ("梯度 学习率太大", "descent/"),
        ("nesterov 动量", "momentum/"),
        ("mom", "momentum/"),
        ("zigzagged", "momentum/#ravine"),
        ("weight decay", "decay/#two"),
        ("nestrov", "momentum/"),  # a letter missing
        ("neesterov", "momentum/"),  # one too many
        ("nestarov", "momentum/"),  # a wrong one
        ("netserov", "momentum/"),  # two exchanged
        ("NESTEROV", "momentum/"),
        ("one-hot", "coding/"),
        ("pokemon", "coding/"),
        ("zero_grad", "momentum/#ravine"),
        ("lerp", "momentum/#ravine"),
    ],
)
def test_finds(first, query, place):
    assert first(query)["location"] == place


@pytest.mark.parametrize("query", ["xylophone", "钢琴", "?", "nestaraw"])
def test_finds_nothing(first, query):
    assert first(query) is None


def test_marks_what_it_found_and_names_what_it_did_not(first):
    found = first("momentm along xylophone")
    assert found["title"] == "<mark>Along</mark> a ravine"
    assert found["text"].startswith("<mark>Momentum</mark> &lt;helps&gt; where")
    assert (found["found"], found["missing"]) == (["momentum", "along"], ["xylophone"])
    assert first("zero_grad")["text"].startswith("<code><mark>zero_grad</mark></code>")
    assert "<mark>学习率太大</mark>" in first("学习率太大")["text"]
    assert "<mark>Pokémon</mark>" in first("pokemon")["text"]


def test_every_result_has_its_page(worker):
    [item] = ask(worker, "ravine")["items"]
    assert not item["best"]
    assert item["page"]["location"] == "momentum/"
    assert item["page"]["title"] == "Momentum &amp; Nesterov"
    [section] = item["sections"]
    assert section["location"] == "momentum/#ravine"
    [page] = ask(worker, "nesterov")["items"]
    assert page["best"]


def test_suggests_the_end_of_a_word(worker):
    assert ask(worker, "descent nest")["suggest"] == "nesterov"
    assert "suggest" not in ask(worker, "梯度")


# -- what it loads ----------------------------------------------------------------

PAGE = """<h1 id="adam">Adam</h1>
<pre><code><span class="n">m</span><span class="o">.</span>lerp_(g)
<span class="c1"># said.aloud()</span>
<span class="kn">import</span> <span class="s">"a.b()"</span>
</code></pre>
<h2 id="order">Order</h2><pre>step(lr=3) &amp; theta</pre>"""


def test_names_are_those_that_code_calls_reads_and_passes():
    found = search.names(PAGE, "adam/")
    assert found == {"adam/": {"lerp_"}, "adam/#order": {"step"}}


def test_sections_are_plain():
    entries = [
        {
            "location": "adam/",
            "title": "偏差\u200b修正",
            "text": "<p>a &lt; b</p><p>lerp_ <code>c</code></p>",
            "boost": 0.5,
        },
        {"location": "adam/#sources", "title": "Sources", "text": ""},
    ]
    found = search.sections(entries, {"adam/": {"lerp_", "step"}})
    assert found == [
        {
            "location": "adam/",
            "title": "偏差修正",
            "text": "a < b lerp_ c",
            "names": "step",
            "boost": 0.5,
        },
    ]


@pytest.fixture
def site(tmp_path):
    for name, text in {
        "adam/index.html": PAGE,
        search.INDEX: json.dumps(
            {
                "config": {"lang": ["zh"]},
                "docs": [{"location": "adam/", "title": "亚当", "text": ""}],
            }
        ),
    }.items():
        path = tmp_path / "en" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_takes_the_place_of_materials_index(site):
    search.write_all(site)
    root = site / "en/search"
    assert [path.name for path in root.iterdir()] == ["sections.js"]
    loaded = (root / "sections.js").read_text("utf-8")
    [section] = json.loads(loaded.removeprefix("SECTIONS="))
    assert section["names"] == "lerp_"
    assert "亚当" in loaded


def test_a_missing_index_is_said(site):
    (site / "en" / search.INDEX).unlink()
    with pytest.raises(RuntimeError, match="no search index"):
        search.write_all(site)
