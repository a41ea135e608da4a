"""The search: what it loads, and how it answers, asked as Material's script asks it."""

import json
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

from sitekit.build.finish import search

ROOT = Path(__file__).parents[4]
# As much of a worker as the search needs.
WORKER = """
var self = globalThis, out, loads = 0, location = {protocol: "https:"}
class URL { constructor(path) { this.href = path } }
function importScripts(path) {
  if (path.endsWith("/sections.js")) loads++
  else (0, eval)(FILES[path.split("/").at(-1)])
}
function postMessage(message) { out = message }
"""
SETUP, READY, QUERY, RESULT = range(4)
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


@pytest.fixture(scope="module")
def worker():
    """worker(type, data): the message that the worker sends back."""
    context = MiniRacer()
    context.eval(WORKER)
    ours = ROOT / "docs/theme" / search.OURS
    files = {path.name: path.read_text("utf-8") for path in ours.parent.glob("*.js")}
    context.eval(f"var FILES = {json.dumps(files)}")
    context.eval(files[ours.name])
    sections = [
        {"location": place, "title": title, "text": text, "names": NAMES.get(place, "")}
        for place, title, text in SECTIONS
    ]
    context.eval(f"self.SECTIONS = {json.dumps(sections)}")

    def send(kind, data=None):
        message = json.dumps({"type": kind, "data": data})
        context.eval(f"out = 0; self.onmessage({{data: {message}}}); 0")
        return json.loads(context.eval("JSON.stringify([out, loads])"))

    return send


@pytest.fixture
def first(worker):
    """first(query): what is found first, a page or a section."""

    def ask(query):
        [message, _] = worker(QUERY, query)
        assert message["type"] == RESULT
        items = message["data"]["items"]
        return items[0][0] if items else None

    return ask


def test_nothing_is_loaded_before_something_is_asked(worker):
    assert worker(SETUP) == [{"type": READY}, 0]
    assert worker(QUERY, "") == [{"type": RESULT, "data": {"items": []}}, 0]
    [message, loads] = worker(QUERY, " ")
    assert message["data"]["items"] == []
    assert loads == 1
    worker(QUERY, "momentum")
    assert worker(QUERY, "nesterov")[1] == 1


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
    assert found["terms"] == {"momentum": True, "along": True, "xylophone": False}
    assert first("zero_grad")["text"].startswith("<code><mark>zero_grad</mark></code>")
    assert "<mark>学习率太大</mark>" in first("学习率太大")["text"]
    assert "<mark>Pokémon</mark>" in first("pokemon")["text"]


def test_every_result_has_its_page(worker):
    [message, _] = worker(QUERY, "ravine")
    [[section, page]] = message["data"]["items"]
    assert section["location"] == "momentum/#ravine"
    assert (page["location"], page["score"]) == ("momentum/", 0)
    assert page["title"] == "Momentum &amp; Nesterov"


def test_suggests_the_end_of_a_word(worker):
    assert worker(QUERY, "descent nest")[0]["data"]["suggest"] == ["nesterov"]
    assert worker(QUERY, "梯度")[0]["data"]["suggest"] == []


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
        "assets/javascripts/workers/search.0.min.js": "Material's",
        "assets/javascripts/workers/search.0.min.js.map": "of Material's",
        "assets/javascripts/lunr/min/lunr.zh.min.js": "Chinese",
        search.OURS: "ours",
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


def test_takes_the_place_of_materials(site):
    for _ in range(2):  # the second time changes nothing
        search.write_all(site)
        root = site / "en"
        assert [path.name for path in (root / "assets/javascripts").rglob("*.js*")] == [
            "search.0.min.js"
        ]
        assert next(root.glob(search.WORKER)).read_text() == "ours"
        settings = json.loads((root / search.INDEX).read_text("utf-8"))
        assert settings == {"config": {"lang": ["zh"]}, "docs": []}
        script = (root / "search/search_index.js").read_text("utf-8")
        assert json.loads(script.removeprefix("__index=")) == settings
        loaded = (root / "search/sections.js").read_text("utf-8")
        [section] = json.loads(loaded.removeprefix("SECTIONS="))
        assert section["names"] == "lerp_"
        assert "亚当" in loaded


@pytest.mark.parametrize("gone", [search.INDEX, search.WORKER])
def test_a_material_that_is_otherwise_is_said(site, gone):
    for path in (site / "en").glob(gone):
        path.unlink()
    with pytest.raises(RuntimeError, match="no search"):
        search.write_all(site)
