"""What a page says of a study: assertions with margins, true wherever it runs.

``x.claims.py`` beside a study ``x.py`` has one function for each claim. It is given
the study's rows (:class:`sitekit.page.record.Record`) and asserts; its docstring is the
claim in words. A page names it where it says it, as a link: ``[✓](claim:x.name)``.
Claims are asked of the record and of a fresh run, on every machine that runs the
tests, and by ``make claims`` of all that can be emulated.
"""

import inspect
import linecache
import runpy
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitekit.page import programs, record


@dataclass(frozen=True)
class Claim:
    """One assertion of a study."""

    study: Path
    name: str
    sentence: str
    line: int
    ask: Callable[[record.Record], None]

    @property
    def file(self) -> Path:
        return file_of(self.study)

    @property
    def label(self) -> str:
        return f"{self.study.stem}.{self.name}"


def file_of(study: Path) -> Path:
    return study.with_suffix(programs.CLAIMS)


def load(study: Path) -> list[Claim]:
    """The claims of a study, in their order.

    Raises:
        ValueError: there are none, or one that says nothing in words.
    """
    path = file_of(study)
    if not path.is_file():
        raise ValueError(f"{study} is a study and has no {path.name}")
    return _load(study, path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _load(study: Path, path: Path, _mtime: int) -> list[Claim]:
    found = []
    for name, thing in runpy.run_path(str(path)).items():
        if name.startswith("_") or not inspect.isfunction(thing):
            continue
        if thing.__code__.co_filename != str(path):
            continue  # imported
        if not (sentence := " ".join((thing.__doc__ or "").split())):
            raise ValueError(
                f"{path}: {name} says nothing (its docstring is the claim)"
            )
        line = thing.__code__.co_firstlineno
        found.append(Claim(study, name, sentence, line, thing))
    if not found:
        raise ValueError(f"{path} claims nothing")
    return found


def fault(claim: Claim, rows: record.Record) -> str:
    """Why a claim does not hold of these rows; empty if it does."""
    try:
        claim.ask(rows)
    except AssertionError as error:
        frames = [*traceback.walk_tb(error.__traceback__)]
        frame, line = next((f, n) for f, n in frames if f.f_code.co_name == claim.name)
        code = linecache.getline(frame.f_code.co_filename, line).strip()
        seen = {k: v for k, v in frame.f_locals.items() if v is not rows}
        values = "".join(f"\n    {name} = {value}" for name, value in seen.items())
        said = f" ({error})" if str(error) else ""
        return f"{claim.label}: {claim.sentence}\n  {code}{said}{values}"
    except ValueError as error:
        return f"{claim.label}: {error}"
    return ""


def faults(study: Path, text: str) -> list[str]:
    """The claims that do not hold of what a study printed, and why."""
    try:
        rows = record.Record.parse(text)
    except ValueError as error:
        return [f"{study.stem}: {error}"]
    return [why for claim in load(study) if (why := fault(claim, rows))]
