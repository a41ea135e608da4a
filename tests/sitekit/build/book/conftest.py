"""A built site of three pages, as the real extensions render them."""

import re

import pytest

from sitekit.build.book import contents

NAV = """site_name: {name}
site_description: {about}
copyright: CC0 <&> 0BSD
site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]
theme: {{language: {language}}}
nav:
  - Home: index.md
  - Basics:
      - basics/line.md
      - basics/curve.md
  - Reference:
      - reference/words.md
"""
LINE = r"""# A line

See [the curve](curve.md#bend), [its source](../../../source/x.py.html), [out][].

$$
y = b + w x \tag{1.1}\label{eq:line}
$$

By $\eqref{eq:line}$, $x_{\min} < w$, and so on.

## Steps { #steps }

=== "One"

    ```python
    --8<-- "src/chainrule/nn/line.py:line"
    ```

=== "Two"

    ```python
    --8<-- "snippets/basics/line/steps.py:a"
    ```

![A wave.](figure:wave "A wave, drawn.")

??? success "Solution"

    It is *one*.

[out]: https://out.example/
"""
CURVE = """# A “curve”

## Bend { #bend }

Back to [the line](line.md#steps), or [the words](../reference/words.md).
"""
WORDS = "# Words\n\n## Few { #few }\n\n[line](../basics/line.md) means 直线.\n"
PAGE = """<!doctype html><html><head><link rel="canonical" href="{address}">
<link rel="stylesheet" href="{up}assets/site.css"></head><body>
<nav><a href="elsewhere/">menu</a></nav><article class="md-content__inner">{body}
<footer>foot</footer></article></body></html>"""
SVG = (
    '<svg id="only-dark" xmlns="http://www.w3.org/2000/svg" width="40pt" height="30pt"'
    ' viewBox="0 0 40 30"><style>svg{--0:#102030;}svg:target{--0:#fff;}'
    ".dark,svg:target .light{display:none}svg:target .dark{display:inline}</style>"
    '<rect width="40" height="30" fill="var(--0)"/></svg>'
)


@pytest.fixture
def site(project):
    """The project, with ``site/``."""
    project.pictures()
    project.write(
        "docs/pages.csv",
        "number,path,en,zh\n,basics,Basics,基础\n1,basics/line,A line,直线\n"
        "2,basics/curve,A curve,曲线\n",
    )
    for lang, name, prefix in (("zh", "直线们", ""), ("en", "Lines", "en/")):
        config = "mkdocs.yml" if lang == "zh" else "mkdocs.en.yml"
        language = "zh-Hans" if lang == "zh" else "en"
        about = "都验证过" if lang == "zh" else "All verified"
        project.write(config, NAV.format(name=name, about=about, language=language))
        texts = {"basics/line": LINE, "basics/curve": CURVE, "reference/words": WORDS}
        for topic, text in {"index": "# Home", **texts}.items():
            body = project.render(text, lang, f"{topic}.md")
            # MkDocs makes folders of files.
            body = re.sub(r'href="([^":]+)\.md(?=["#])', r'href="../\1/', body)
            folder = prefix + ("" if topic == "index" else f"{topic}/")
            address = f"http://127.0.0.1:8000/{prefix}"
            up = "../" * folder.count("/")
            html = PAGE.format(address=address, up=up, body=body)
            project.write(f"site/{folder}index.html", html)
    project.write("site/assets/site.css", "@page { margin: 20mm }")
    for lang in ("zh", "en"):
        project.write(f"site/figures/basics/line/wave.{lang}.svg", SVG)
    return project


@pytest.fixture
def book(site):
    """book(lang, *topics): the book of the site, or of some of its pages."""

    def read(lang: str = "en", *topics: str) -> contents.Book:
        return contents.read(site.root, site.root / "site", lang, topics or None)

    return read
