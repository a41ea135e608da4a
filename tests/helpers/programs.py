"""The programs of a page, for what its tests want of them."""

import re
import runpy
from functools import cache
from pathlib import Path

SNIPPETS = Path(__file__).parents[2] / "snippets"


class Programs:
    """Those in the folder of a page, by their names."""

    def __init__(self, page):
        self.folder = SNIPPETS / page
        self.run = cache(self._run)

    def _run(self, name):
        """All that a program defines; it runs once."""
        return runpy.run_path(str(self.folder / f"{name}.py"))

    def text(self, name):
        return (self.folder / f"{name}.py").read_text("utf-8")

    def out(self, name):
        return (self.folder / f"{name}.out").read_text("utf-8")

    def numbers(self, name):
        """The numbers of each line of an output."""
        found = [re.findall(r"-?\d+(?:\.\d+)?", x) for x in self.out(name).splitlines()]
        return [[float(number) for number in line] for line in found]

    def above(self, name, before="def main", **constants):
        """What a program defines above its main, with other constants."""
        lines = [f"{key} = {value!r}" for key, value in constants.items()]
        text = "\n".join([self.text(name).split(before)[0], *lines])
        defined = {"__name__": name}
        exec(text, defined)
        return defined
