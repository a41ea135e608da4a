"""A whole project in a few lines, and the site's own Markdown pipeline over it."""

from pathlib import Path

import pytest
import yaml
from markdown import Markdown
from mkdocs.utils.meta import get_data

from sitekit.page.paths import PageError, read

HERE = Path(__file__).parents[2]
FRONT = "---\ndescription: A line.\n---\n\n"  # a body begins on line 5
PAGE = "basics/line.md"
PICTURES = ["wave.en.svg", "wave.zh.svg"]
FILES = {
    "mkdocs.base.yml": "markdown_extensions: {pymdownx.snippets: "
    "{base_path: [.], check_paths: true, dedent_subsections: true}}\n",
    "pyproject.toml": '[project]\ndependencies = ["numpy>=2.0"]\n'
    'optional-dependencies = {site = ["scikit-learn>=1.5"]}\n'
    '[tool.sitekit]\npackage = "chainrule"\narchive = "lines-site"\n'
    'title = {zh = "直线们", en = "Lines"}\nlicence = {text = "CC0", code = "0BSD"}\n'
    'browser = ["chainrule.nn"]\n',
    "docs/archive.txt": "打开 index.html。\nOpen en/index.html.\n",
    "docs/pages.csv": "path,en,zh\nbasics,Basics,基础\nbasics/line,A line,直线\n"
    "basics/curve,A curve,曲线\n",
    "docs/terms.csv": "id,symbol,code,en,zh\nweight,w,weight,weight,权重\n"
    "bias,b,,bias,偏置\nloss,,loss,loss,损失\n",
    "docs/units.csv": "id,page,en,zh,objects\nline,basics/line,A line; a slope,"
    "直线；斜率,chainrule.nn.line\n",
    "docs/errata.csv": "id,note,section,page,heading,said_en,said_zh,right_en,"
    "right_zh,test\n",
    "src/chainrule/__init__.py": "",
    "src/chainrule/nn/__init__.py": "",
    "src/chainrule/nn/line.py": (
        '"""A line."""\n'
        "\n"
        "# --8<-- [start:line]\n"
        "\n"
        "\n"
        "def line(x, w, b):\n"
        "    return b + w * x\n"
        "# --8<-- [end:line]\n"
    ),
    "src/chainrule/other.py": "UNUSED = 1\n",
    "tests/chainrule/nn/test_line.py": "def test_line(agree):\n"
    '    agree("line", 1, 1, 0, against="numpy.polyval")\n',
    "snippets/basics/line/steps.py": "# kind: exact\n# --8<-- [start:a]\nx = 1 < 2\n"
    "# --8<-- [end:a]\nprint(x)\n",
    "snippets/basics/line/steps.out": "True\n",
    "snippets/basics/line/wave.py": (
        "# kind: figure\n"
        "import matplotlib.pyplot as plt\n"
        "\n"
        "\n"
        "def draw(lang):\n"
        "    figure, axes = plt.subplots()\n"
        '    axes.set_xlabel({"zh": "权重", "en": "weight"}[lang])\n'
        "    axes.plot([0, 1, 3.14159265], [0, 1, 0])\n"
        "    return figure\n"
    ),
    "docs/zh/index.md": FRONT + "# 首页\n",
    "docs/en/index.md": FRONT + "# Home\n",
    f"docs/zh/{PAGE}": FRONT + "# 直线\n",
    f"docs/en/{PAGE}": FRONT + "# A line\n",
}


class Project:
    def __init__(self, root: Path):
        self.root = root
        for path, text in FILES.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def add(self, path: str, text: str) -> Path:
        """Append to a file, as an edit would."""
        return self.write(path, (self.root / path).read_text("utf-8") + text)

    def replace(self, path: str, old: str, new: str) -> Path:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        return self.write(path, text.replace(old, new))

    def pictures(self, name: str = "wave") -> None:
        """Stand-ins for what ``make figures`` draws."""
        svg = '<svg xmlns="x" width="403.2pt" height="252pt" viewBox="0 0 1 1"/>'
        for picture in PICTURES:
            picture = picture.replace("wave", name)
            self.write(f"build/figures/basics/line/{picture}", svg)

    def render(self, body: str, lang: str = "en", path: str = PAGE) -> str:
        """The HTML of a page with this body."""
        return self.convert(self.write(f"docs/{lang}/{path}", FRONT + body))

    def convert(self, file: Path) -> str:
        """The HTML of a page or notebook, by the extensions of the real site."""
        config = yaml.safe_load((HERE / "mkdocs.base.yml").read_text("utf-8"))
        extensions = config["markdown_extensions"]
        for name, options in extensions.items():
            if name.startswith("sitekit.") and name != "sitekit.render.boxes":
                options["root"] = str(self.root)
        extensions["pymdownx.snippets"]["base_path"] = [str(self.root)]
        markdown = Markdown(extensions=list(extensions), extension_configs=extensions)
        markdown.source = file
        return markdown.convert(get_data(read(file))[0])

    def refuses(self, body: str, line: int | None, message: str) -> None:
        """The build stops, and says exactly this of this line of the file."""
        with pytest.raises(PageError) as caught:
            self.render(body)
        place = f"docs/en/{PAGE}" + (f":{line}" if line else "")
        assert str(caught.value) == f"{place}: {message}"


@pytest.fixture
def pictures() -> list[str]:
    return PICTURES


@pytest.fixture
def project(tmp_path) -> Project:
    return Project(tmp_path)
