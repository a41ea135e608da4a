"""What a reader sees and does, in Chromium, on the built site."""

import re
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from helpers.weekly import QUICK, WEEKLY

from sitekit.check.listings import blocks
from sitekit.page.paths import LANGS

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.built, pytest.mark.browser]

CHAPTER = "basics/linear-regression/"
WORDS, ATTENTION = "sequences/sequence-data/", "sequences/self-attention/"
VARIANTS, ENCODER = "sequences/attention-variants/", "sequences/transformer-encoder/"
DECODING = "sequences/decoding-and-seq2seq/"
POOLING = "cnn/pooling-and-cnn-applications/"
DIGITS = "classification/digits-first-look/"
ADAM = "optimization/adam/"
POINTS = "optimization/critical-points/"
BATCHES = "optimization/batch-size-and-sgd/"
MOMENTUM = "optimization/momentum/"
LOSSES = "basics/loss-functions/"
GUIDE = "generalization/training-guide/"
POLYNOMIALS = "basics/polynomial-and-pokemon-regression/"
ADAPTIVE = "optimization/adaptive-learning-rates/"
SCHEDULES = "optimization/learning-rate-schedules/"
PRACTICE = "optimization/optimizer-practice/"
BEYOND = "basics/beyond-linear/"
CLASSES = "classification/classification-basics/"
GENERATIVE = "classification/generative-classifiers/"
SOFTMAX = "classification/softmax-regression/"
CASE = "classification/mnist-from-scratch/"
XOR = "classification/xor-and-feature-transformation/"
AFTER = "optimization/after-adam/"
REGULARIZATION = "generalization/regularization/"
ADAMW = "optimization/adamw/"
LEARNING = "basics/what-is-machine-learning/"
NORMALIZATION = "generalization/normalization/"
PATHS = {"zh": "", "en": "en/"}
# Whatever is folded or behind a tab is looked at too; of the thousands of tokens in
# the listings, one of each colour.
UNFOLD = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true
  document.head.insertAdjacentHTML("beforeend",
    "<style>.tabbed-block { display: block !important }</style>")
  const seen = new Set()
  for (const token of document.querySelectorAll("pre span[class]"))
    if (seen.has(token.className)) token.replaceWith(...token.childNodes)
    else seen.add(token.className)
  for (const image of document.images) image.loading = "eager"
  return Promise.all([...document.images].filter(i => i.checkVisibility())
    .map(i => i.decode().catch(() => 0)))
}"""


# -- every page: one visit, several looks -----------------------------------------

OVERFLOW = """() => {
  const room = document.documentElement.clientWidth
  const clipped = e => e !== document.body
    && (getComputedStyle(e).overflowX !== "visible" || clipped(e.parentElement))
  if (document.documentElement.scrollWidth <= room) return []
  return [...document.querySelectorAll("main *")]
    .filter(e => e.getBoundingClientRect().right > room && !clipped(e.parentElement))
    .map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`)
    .concat(`the page is ${document.documentElement.scrollWidth} px wide`)
}"""
# Figures that do not show exactly the picture of the scheme, drawn and whole. One that
# is alive shows none.
FIGURES = """scheme => [
  ...document.querySelectorAll("figure[id]:not(.alive)")
].filter(figure => {
  const shown = [...figure.querySelectorAll("img")].filter(i => i.checkVisibility())
  return shown.length !== 1 || !shown[0].src.endsWith("#only-" + scheme)
    || !shown[0].complete || shown[0].naturalWidth === 0
}).map(figure => figure.id)"""
# Punctuation that has lost the line of the formula in front of it.
SPLIT = """() => [...document.querySelectorAll(".glue")].filter(glue => {
  if (!glue.checkVisibility()) return false
  const range = document.createRange()
  range.selectNodeContents(glue.lastChild)
  const mark = range.getBoundingClientRect()
  const formula = glue.querySelector(".katex-base").getBoundingClientRect()
  return mark.left < formula.left || mark.top > formula.bottom
    || mark.bottom < formula.top
}).map(glue => glue.parentNode.textContent.slice(0, 60))"""


# What scrolls sideways, but not by the keyboard. (axe's rule is for other browsers.)
FRAMES = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(done)))"""
SCROLLED = """() => [...document.querySelectorAll("main *")].filter(e =>
  e.scrollWidth > e.clientWidth + 1 && e.tabIndex < 0
  && /auto|scroll/.test(getComputedStyle(e).overflowX)
  && !e.querySelector("a[href], button, input, [tabindex='0']")
).map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`)"""
# A formula is hundreds of elements, hidden from readers but for its MathML, which axe
# does not know.
NO_FORMULAS = """() => {
  for (const formula of document.querySelectorAll(".katex")) formula.textContent = "x"
}"""
# Of elements that are alike, and all above them, one has the contrast of all, on
# whatever page it was. (What stands directly in main stays: scripts ask for it.)
NO_TWINS = """known => {
  const seen = new Set(known), kept = new Set()
  const elements = [...document.querySelectorAll("main > * *")]
  for (const element of elements) {
    let kind = element.getAttribute("style")
    for (let at = element; at; at = at.parentElement)
      kind += ` ${at.tagName}.${at.className}`
    if (!seen.has(kind))
      for (let at = element; at; at = at.parentElement) kept.add(at)
    seen.add(kind)
  }
  for (const element of elements) if (!kept.has(element)) element.remove()
  return [...seen]
}"""
CONTRAST = "color-contrast"


def axe(page, **options) -> list[str]:
    """Violations that axe finds, one line per element."""
    context = {"exclude": [[".katex"]]}
    options = {"resultTypes": ["violations"], **options}
    found = Axe().run(page, context=context, options=options)
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


def look(page, known: list[str], audit: bool = True) -> dict[str, list[str]]:
    """Faults of the open page, by what was looked at; it is not whole afterwards.

    Args:
        known: kinds of elements whose contrast was seen; those of this page join them.
        audit: whether axe looks at it.
    """
    page.evaluate(UNFOLD)
    found = {"light figures": page.evaluate(FIGURES, "light"), "split": []}
    for width in (768, 412, 390, 360):
        page.set_viewport_size({"width": width, "height": 900})
        found["split"] += page.evaluate(SPLIT)
    found["overflow"] = page.evaluate(OVERFLOW)
    page.evaluate(FRAMES)  # a resize is told to the page with the next frame
    found["scrolled"] = page.evaluate(SCROLLED)
    page.emulate_media(color_scheme="dark")
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    page.evaluate(UNFOLD)
    found["dark figures"] = page.evaluate(FIGURES, "dark")
    if not audit:
        return found
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(NO_FORMULAS)
    found["axe"] = axe(page, rules={CONTRAST: {"enabled": False}})
    known[:] = page.evaluate(NO_TWINS, known)
    found["dark contrast"] = axe(page, runOnly=[CONTRAST])
    page.emulate_media(color_scheme="light")
    page.locator("body[data-md-color-scheme=default]").wait_for()
    found["light contrast"] = axe(page, runOnly=[CONTRAST])
    return found


KNOWN: list[str] = []


def test_every_page_in_every_light(doc, docs, open_page):
    # Mirrors have the same elements, formulas and code: the gate looks at one of them.
    at = sorted({each.topic for each in docs}).index(doc.topic)
    if doc.lang != LANGS[at % len(LANGS)] and not WEEKLY:
        pytest.skip("asked with WEEKLY=1")
    audit = WEEKLY or doc.topic in QUICK
    found = look(open_page(doc.url and f"{doc.url}/"), KNOWN, audit)
    assert not {what: faults for what, faults in found.items() if faults}


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("src/chainrule/nn/linear.py.html#L3", "light"),
        ("src/chainrule/nn/linear.py.html#L3", "dark"),
        ("docs/zh/basics/linear-regression.md.html#tests", "dark"),
    ],
)
def test_source_page(open_page, path, scheme):
    page = open_page(f"source/{path}", color_scheme=scheme)
    assert not axe(page)
    page.set_viewport_size({"width": 360, "height": 900})
    assert not page.evaluate(OVERFLOW)


SHORTEN = """() => document.querySelectorAll("article > :nth-child(n+30)")
  .forEach(part => part.remove())"""
PLANT = """([where, html]) =>
  document.querySelector(where).insertAdjacentHTML("beforeend", html)"""


def test_planted_faults_are_found(open_page):
    page = open_page(CHAPTER)
    page.evaluate(SHORTEN)
    wide = '<div style="width: 500px">broad</div>'
    pale = '<p style="color: #777; background: #666">pale</p>'
    long = '<div style="overflow: auto"><p style="width: 900px">long</p></div>'
    page.evaluate(PLANT, ["article", f'{wide}{pale}{long}<img src="data:,">'])
    style = "<style>.glue { display: block; width: 0; white-space: normal }</style>"
    page.evaluate(PLANT, ["head", style])
    page.evaluate("document.querySelector('img[src$=dark]').src = '#only-light'")
    found = look(page, [])
    assert {line.partition(":")[0] for line in found["axe"]} == {"image-alt"}
    for scheme in ("light", "dark"):
        assert [line for line in found[f"{scheme} contrast"] if "pale" in line]
    assert [line for line in found["overflow"] if "broad" in line]
    assert len(found["dark figures"]) == len(found["light figures"]) == 1
    assert found["split"]
    assert len(found["scrolled"]) == 1


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("fetch('https://cdn.example/x.js')", "foreign request: https://cdn.example/"),
        ("console.error('oops')", "console: oops"),
        ("setTimeout(() => { throw Error('oops') })", "error: oops"),
        ("fetch('/no.js')", "console: Failed to load resource"),
    ],
)
def test_an_error_and_a_foreign_request_are_found(watch, script, fault):
    seen = watch("source/")
    assert not seen.faults
    seen.page.evaluate(f"() => {{ {script} }}")
    for _ in range(1000):  # as long as it takes, and ten seconds at most
        if any(line.startswith(fault) for line in seen.faults):
            break
        seen.page.wait_for_timeout(10)
    else:
        pytest.fail(f"{fault!r} is not among {seen.faults}")


# -- language ---------------------------------------------------------------------


def switch(page, lang: str) -> None:
    page.locator(".md-select button").hover()
    page.locator(f".md-select__link[hreflang={lang}]").click()
    page.wait_for_function("lang => document.documentElement?.lang === lang", arg=lang)


@pytest.mark.parametrize("where", ["server", "below"])
def test_language_switch_stays_on_the_page(open_page, request, where):
    base = request.getfixturevalue(where)
    page = open_page(f"{CHAPTER}#exercises", base)
    switch(page, "en")
    assert page.url == f"{base}en/{CHAPTER}#exercises"
    switch(page, "zh-Hans")
    assert page.url == f"{base}{CHAPTER}#exercises"


@pytest.mark.parametrize("lang", PATHS)
def test_language_switch_keeps_the_colours(open_page, lang):
    page = open_page(PATHS[lang])
    for scheme in ("default", "slate"):  # as the system, light, dark
        page.locator("form.palette label:visible").click()
        page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
    page.locator(f"nav a[href$='{CHAPTER}']").first.evaluate("link => link.click()")
    page.wait_for_url(f"**/{CHAPTER}")
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    switch(page, {"zh": "en", "en": "zh-Hans"}[lang])
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    assert (
        page.evaluate("document.querySelector('meta[name=color-scheme]').content")
        == "dark"
    )


def test_an_unknown_address_gets_both_languages_and_a_way_home(
    open_page, contexts, server
):
    page = contexts().new_page()
    response = page.goto(f"{server}no/such/page/")
    assert response.status == 404
    assert page.get_by_text("没有这一页").is_visible()
    assert page.get_by_text("There is no such page").is_visible()
    page.evaluate("document.querySelector('article div[lang=en] a').click()")
    page.wait_for_url(server)
    page.close()


# -- search -----------------------------------------------------------------------

# What people type, and where the first result must lead.
SEARCHES = [
    ("zh", "梯度下降", CHAPTER),
    ("zh", "学习率", SCHEDULES),
    ("zh", "最小二乘", CHAPTER + "#closed-form"),
    ("zh", "误差曲面", CHAPTER + "#error-surface"),
    ("zh", "均方误差", LOSSES),
    ("zh", "海森矩阵", POINTS + "#hessian-matrix"),
    ("zh", "条件数", CHAPTER),
    ("zh", "手写数字", DIGITS),
    ("zh", "主成分分析", DIGITS + "#plane"),
    ("zh", "adam", ADAM),
    ("zh", "偏差修正", ADAM),
    ("zh", "鞍点", POINTS),
    ("zh", "批次大小", BATCHES),
    ("zh", "动量", MOMENTUM),
    ("zh", "自适应学习率", ADAPTIVE),
    ("zh", "rmsprop", ADAPTIVE + "#rmsprop"),
    ("zh", "预热", SCHEDULES + "#warm-up"),
    ("zh", "课程学习", PRACTICE + "#curriculum-learning"),
    ("zh", "勘误", "reference/errata/"),
    ("zh", "术语表", "reference/glossary/"),
    ("en", "gradient descent", CHAPTER),
    ("en", "learning rate", SCHEDULES),
    ("en", "least squares", CHAPTER + "#closed-form"),
    ("en", "normal equations", POLYNOMIALS + "#conditioning"),
    ("en", "hessian", POINTS + "#hessian-matrix"),
    ("en", "standardize", NORMALIZATION + "#feature-normalization"),
    ("en", "handwritten digits", DIGITS),
    ("en", "confusion matrix", DIGITS + "#confusion"),
    ("en", "adam", ADAM),
    ("en", "bias correction", ADAM),
    ("en", "saddle point", POINTS),
    ("en", "batch size", BATCHES),
    ("en", "momentum", MOMENTUM),
    ("en", "rmsprop", ADAPTIVE + "#rmsprop"),
    ("en", "warm-up", SCHEDULES + "#warm-up"),
    ("en", "range test", SCHEDULES + "#lr-range-test"),
    ("en", "which optimizer", PRACTICE),
    ("en", "errata", "reference/errata/"),
    ("en", "glossary", "reference/glossary/"),
]
# From the middle of a title, half typed, both languages at once, with one letter wrong,
# sentences, and names of code.
HARD = [
    ("zh", "海森", POINTS + "#hessian-matrix"),
    ("zh", "贝叶斯", GENERATIVE),
    ("zh", "向量机", CLASSES + "#linear-svm"),
    ("zh", "随机梯度", BATCHES + "#stochastic-gradient-descent"),
    ("zh", "岭回归", POLYNOMIALS + "#l2-regularized-regression"),
    ("zh", "感知机", CLASSES + "#perceptron"),
    ("zh", "退火", SCHEDULES),
    ("zh", "异或", XOR),
    ("zh", "过拟合", GUIDE + "#diagnose-overfitting"),
    ("zh", "混淆矩阵", DIGITS + "#confusion"),
    ("zh", "偏差修", ADAM),
    ("zh", "最小二", CHAPTER + "#closed-form"),
    ("zh", "正则", REGULARIZATION),
    ("zh", "nest", MOMENTUM + "#nesterov-momentum"),
    ("zh", "adagr", ADAPTIVE + "#adagrad"),
    ("zh", "Adam 偏差修正", ADAM),
    ("zh", "softmax 梯度", SOFTMAX + "#softmax-gradient"),
    ("zh", "pytorch 线性回归", CHAPTER + "#pytorch"),
    ("zh", "sigmoid求和", BEYOND + "#sigmoid-sum-model"),
    ("zh", "mnist 动量", CASE),
    ("zh", "nestrov", MOMENTUM + "#nesterov-momentum"),
    ("zh", "momentm", MOMENTUM),
    ("zh", "rmspop", ADAPTIVE + "#rmsprop"),
    ("zh", "sofmax", SOFTMAX),
    ("zh", "one-hot", CLASSES + "#one-hot-encoding"),
    ("zh", "梯度下降 学习率太大", CHAPTER + "#learning-rate-size"),
    ("zh", "交叉熵 梯度", LOSSES),
    ("zh", "为什么要预热", AFTER + "#why-warm-up"),
    ("zh", "weight_decay", ADAMW),
    ("zh", "lerp_", ADAMW),
    ("zh", "权重衰减", REGULARIZATION),
    ("zh", "两个 relu", BEYOND + "#two-relus-make-hard-sigmoid"),
    ("en", "hess", POINTS + "#hessian-matrix"),
    ("en", "naive bayes", GENERATIVE + "#naive-bayes-classifier"),
    ("en", "ridge", POLYNOMIALS + "#l2-regularized-regression"),
    ("en", "support vector", CLASSES + "#linear-svm"),
    ("en", "overfit", GUIDE + "#diagnose-overfitting"),
    ("en", "xor", XOR),
    ("en", "nest", MOMENTUM + "#nesterov-momentum"),
    ("en", "regulariz", POLYNOMIALS),
    ("en", "perceptr", CLASSES + "#perceptron"),
    ("en", "nestrov", MOMENTUM + "#nesterov-momentum"),
    ("en", "momentm", MOMENTUM),
    ("en", "gradeint descent", CHAPTER),
    ("en", "sofmax", SOFTMAX),
    ("en", "rmsprob", ADAPTIVE + "#rmsprop"),
    ("en", "one-hot", WORDS + "#word-one-hot-vectors"),
    ("en", "beam search", DECODING + "#beam-search"),
    ("en", "kv cache", DECODING + "#key-value-cache"),
    ("en", "positional encoding", VARIANTS + "#positional-encoding"),
    ("en", "multi-head", VARIANTS + "#multi-head-attention"),
    ("en", "max pooling", POOLING + "#max-pooling"),
    ("en", "transformer encoder", ENCODER),
    ("zh", "自注意力", ATTENTION),
    ("zh", "多头注意力", VARIANTS + "#multi-head-attention"),
    ("zh", "位置编码", VARIANTS),
    ("zh", "束搜索", DECODING + "#beam-search"),
    ("zh", "最大池化", POOLING + "#max-pooling"),
    ("zh", "transformer", ENCODER),
    ("en", "learning rate too large", CHAPTER + "#learning-rate-size"),
    ("en", "cross-entropy gradient", LOSSES),
    ("en", "adam bias correction", ADAM),
    ("en", "why warm up", AFTER + "#why-warm-up"),
    ("en", "l2 is not weight decay", ADAMW + "#l2-versus-weight-decay"),
    ("en", "flat minima", BATCHES + "#small-batch-generalizes"),
    ("en", "weight_decay", ADAMW),
    ("en", "lerp_", ADAMW),
    ("en", "local minimum", LEARNING + "#local-vs-global-minimum"),
    ("en", "deep or fat", BEYOND + "#deep-vs-fat"),
    ("en", "pokemon", POLYNOMIALS + "#pokemon-cp-regression"),
    ("en", "zero-one loss", CLASSES + "#zero-one-loss"),
]


def search(page, words: str) -> list[str]:
    """Addresses of the results, best first: a page, then its sections, and so on."""
    box = page.locator(".md-search__input")
    found = page.locator(".md-search-result__list a")
    box.fill("")
    found.first.wait_for(state="detached")
    box.fill(words)  # at once and without keys, as an input method does
    found.first.wait_for(state="attached")
    links = found.evaluate_all("links => links.map(link => link.href)")
    return [re.sub(r"[?][^#]*", "", link) for link in links]


@pytest.mark.parametrize("lang", PATHS)
def test_search_finds(open_page, server, lang):
    home = server + PATHS[lang]
    page = open_page(PATHS[lang])
    page.keyboard.press("/")
    wrong = {}
    for _, words, target in (row for row in SEARCHES + HARD if row[0] == lang):
        places = [place.removeprefix(home) for place in search(page, words)]
        first = list(dict.fromkeys([target.partition("#")[0], target]))
        if places[: len(first)] != first:
            wrong[words] = places[:3]
    assert not wrong


def test_search_loads_nothing_before_it_is_used(open_page):
    page = open_page(f"en/{ADAM}")
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name)"
    page.wait_for_load_state("networkidle")
    scripts = [name for name in page.evaluate(loaded) if name.endswith(".js")]
    names = {name.rsplit("/", 1)[1] for name in scripts}
    assert names == {"site.js", "frame.js", "text.js"}
    with page.expect_request("**/en/search/sections.js"):
        page.keyboard.press("/")


def test_search_by_keyboard(open_page, server):
    page = open_page("en/")
    page.keyboard.press("/")
    page.keyboard.type("nestrov")
    result = page.locator(".md-search-result__list h1", has_text="Nesterov")
    result.first.wait_for()
    page.keyboard.press("Escape")
    page.locator("#__search:not(:checked)").wait_for(state="attached")
    page.keyboard.press("/")
    page.locator("#__search:checked").wait_for(state="attached")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}en/{MOMENTUM}?h=*")
    marks = page.locator("main article mark")
    marks.first.wait_for()
    assert {text.lower() for text in marks.all_text_contents()} == {"nesterov"}


def test_the_drawer_of_a_phone_is_laid_out_while_it_is_open(open_page):
    page = open_page(ADAM)
    link = page.locator(".md-nav--primary .md-nav__link[href]").first
    shown = "link => link.checkVisibility()"
    assert link.evaluate(shown)  # beside the page of a wide screen
    page.set_viewport_size({"width": 390, "height": 800})
    drawer = page.locator("label.md-header__button[for=__drawer]")
    assert not link.evaluate(shown)
    drawer.click()
    assert link.evaluate(shown)
    assert page.locator(".md-nav__link--active").first.is_visible()
    # Closed, it stays until it is out of sight.
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("""() => { globalThis.left = new Promise(done =>
      addEventListener("transitionrun", ({propertyName, target}) =>
        propertyName === "content-visibility" && done(target.className))) }""")
    page.locator(".md-overlay").click(position={"x": 380, "y": 500})
    assert page.evaluate("left") == "md-sidebar__scrollwrap"
    page.wait_for_function(f"link => !({shown})(link)", arg=link.element_handle())


def test_search_on_a_phone_in_the_dark(open_page):
    page = open_page("", color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".md-header__button[for=__search]").click()
    page.keyboard.type("Adam 偏差")
    found = page.locator(".md-search-result__list li").first
    found.locator("mark", has_text="偏差").first.wait_for()
    # What is behind stands still.
    assert page.evaluate("getComputedStyle(document.body).overflowY") == "hidden"
    assert not page.evaluate(OVERFLOW)
    assert not axe(page, runOnly=[CONTRAST])


# -- reading ----------------------------------------------------------------------


@pytest.mark.parametrize("lang", PATHS)
def test_copy_button_copies_what_ran(open_page, lang):
    source = ROOT / "docs" / lang / f"{CHAPTER.strip('/')}.md"
    ran = [block.code.strip("\n") for block in blocks(source, ROOT)]
    page = open_page(PATHS[lang] + CHAPTER)
    page.evaluate(UNFOLD)
    copied = []
    for box in page.locator(".language-python").all():
        box.hover()
        box.locator("[data-md-type=copy]").click()
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    assert copied == ran


def test_everything_is_legible_without_scripts(open_page):
    page = open_page(CHAPTER, java_script_enabled=False)
    for what in ("h1", "article p", ".arithmatex .katex-html", "figure img", "pre"):
        shown = page.locator(f"{what} >> visible=true").first
        shown.scroll_into_view_if_needed()
        box = shown.bounding_box()
        assert min(box["width"], box["height"]) > 10, what
    # The fonts of the formulas are there, and pictures of one scheme only.
    assert page.evaluate("document.fonts.check('16px KaTeX_Main')")
    assert page.locator("figure img[src$=only-dark] >> visible=true").count() == 0
    image = page.locator("figure img[src$=only-light]").first
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)")


@pytest.mark.parametrize(("path", "few"), [(ADAM, False), (AFTER, True)])
def test_letters_of_few_pages_are_fetched_where_they_are_shown(open_page, path, few):
    page = open_page(path)
    faces = """async () => {
      await document.fonts.ready
      return [...document.fonts].filter(face => face.family.startsWith("KaTeX")
        && face.unicodeRange !== "U+0-10FFFF").map(face => face.status)
    }"""
    assert ("loaded" in page.evaluate(faces)) is few


def test_toggle_changes_the_pictures(open_page):
    page = open_page(CHAPTER)
    for scheme in ("light", "dark", "light"):  # as the system, light, dark, and again
        page.evaluate(UNFOLD)
        assert not page.evaluate(FIGURES, scheme)
        for _ in range(1 if scheme == "dark" else 2):
            page.locator("form.palette label:visible").click()


def test_colours_by_keyboard(open_page):
    page = open_page("en/")
    page.locator(".palette input:checked").focus()
    for scheme in ("default", "slate", "default"):  # light, dark, as the system
        page.keyboard.press("Enter")
        page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
    assert page.evaluate("document.activeElement.value") == "auto"


def test_colours_where_nothing_is_kept(contexts, server):
    page = contexts(color_scheme="dark").new_page()
    refuse = "{get() { throw new DOMException('no', 'SecurityError') }}"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {refuse})")
    page.goto(f"{server}en/")
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    bar = "document.querySelector('meta[name=theme-color]').content"
    assert page.evaluate(bar) == "#15181d"
    page.emulate_media(color_scheme="light")
    page.locator("body[data-md-color-scheme=default]").wait_for()
    assert page.evaluate(bar) == "#ffffff"
    page.close()


def test_keyboard_reaches_and_scrolls_listings(open_page):
    page = open_page(CHAPTER)
    page.set_viewport_size({"width": 360, "height": 900})
    page.locator("article .headerlink").first.focus()
    wide = "e => e.matches('pre > code') && e.scrollWidth > e.clientWidth"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"({wide})(document.activeElement)"):
            break
    else:
        pytest.fail("60 tab stops, and no listing that scrolls among them")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_opens_from_a_folder(open_page, packed, tmp_path):
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path)
    home = f"{(tmp_path / packed.stem).as_uri()}/"
    page = open_page(f"{CHAPTER}index.html", home)
    assert page.evaluate("document.fonts.check('16px KaTeX_Main')")
    assert page.locator(".arithmatex .katex-html").first.bounding_box()["height"] > 10
    page.evaluate(UNFOLD)
    assert not page.evaluate(FIGURES, "light")
    ink = "getComputedStyle(document.body).getPropertyValue('--ink')"
    assert page.evaluate(ink), "site.css is not there"
    page.keyboard.press("/")
    page.keyboard.type("momentm")
    page.locator(".md-search-result__list mark", has_text="momentum").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}{MOMENTUM}index.html?h=*")
    page.locator("main article mark").first.wait_for()
    page.go_back()
    switch(page, "en")
    page.locator("h1#linear-regression-and-gradient-descent").wait_for()
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(f"{home}en/**/index.html")
    page.locator(".this-page a", has_text="Its tests").click()
    page.wait_for_url(f"{home}source/docs/en/**.html#tests")
    assert page.locator("#tests").is_visible()
