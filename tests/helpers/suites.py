"""A small project that runs the machinery of our tests: one page, one test."""

import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = "# kind: exact\n# --8<-- [start:a]\nx = 2\nprint(x + 1)\n# --8<-- [end:a]\n"
PAGE = """# Page

```python
--8<-- "snippets/a.py:a"
```

<!--pytest-codeblocks:expected-output-->

```text
--8<-- "snippets/a.out"
```

```python title="b.py"
--8<-- "snippets/b.py"
```
"""


class Suite:
    """A copy of the project's test machinery with one page and one test."""

    def __init__(self, pytester, monkeypatch):
        self.path, self.pytester = pytester.path, pytester
        self.monkeypatch = monkeypatch
        for name in ("conftest.py", "pyproject.toml", "mkdocs.base.yml"):
            shutil.copy(ROOT / name, self.path)
        self.write("snippets/a.py", CODE)
        self.write("snippets/a.out", "3\n")
        self.write("snippets/b.py", "y = x * 5\nassert y == 10\n")
        self.write("docs/en/a.md", PAGE)
        self.write("src/chainrule/one.py", "def one():\n    return 1.0\n")
        self.write(
            "tests/test_a.py",
            "import runpy\nfrom pathlib import Path\n\nimport pytest\n\n"
            "one = runpy.run_path(Path('src/chainrule/one.py').resolve())['one']\n\n"
            "def test_one(agree):\n"
            '    agree("unit", one(), 1.0, 0, against="torch.one")\n\n'
            "@pytest.mark.built\ndef test_two(agree):\n"
            '    agree("unit", 2.0, 2.0, 0, against="torch.two")\n',
        )

    def write(self, path, text):
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def run(self, *args):
        # Its own, not ours.
        self.monkeypatch.delitem(sys.modules, "conftest", raising=False)
        quick = ("-p", "no:hypothesispytest")  # which takes longer than all the rest
        return self.pytester.runpytest_inprocess(*quick, *args)

    @property
    def ledger(self):
        file = self.path / "build" / "ledger.json"
        return json.loads(file.read_text("utf-8")) if file.exists() else None
