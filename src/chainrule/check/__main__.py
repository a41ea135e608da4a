"""``python -m chainrule.check softmax mine.py``; without a name, what there is."""

import argparse
import io
import os
import sys
import tokenize
from pathlib import Path

from chainrule.check.ask import ask
from chainrule.check.exercises import find, names
from chainrule.check.process import RIGHT, WRONG, run


def main(argv: list[str] | None = None) -> int:
    """Returns 0 where all is right, 1 where it is not, 2 for a wrong command.

    In the process of its own (``--here``) it is ``process.RIGHT`` or ``WRONG``.
    """
    local = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    parser = argparse.ArgumentParser("python -m chainrule.check", description=__doc__)
    parser.add_argument("name", nargs="?", help="of the function; none: list them")
    parser.add_argument("file", nargs="?", type=Path, help="that defines it")
    parser.add_argument("--lang", choices=["zh", "en"])
    parser.add_argument("--site", default="", help="what addresses begin with")
    parser.add_argument("--limit", type=float, default=20, metavar="SECONDS")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without Chinese, or ✓
        sys.stdout.reconfigure(errors="replace")
    lang = asked.lang or ("zh" if local.startswith("zh") else "en")
    if asked.name is None:
        for name in names():
            print(f"{find(name).signature(name):48} {find(name).page}")
        return 0
    try:
        exercise = find(asked.name)
    except LookupError as error:
        parser.error(str(error.args[0]))
    if asked.file is None:
        print(exercise.signature(asked.name), getattr(exercise, lang), sep="\n")
        return 0
    try:
        with tokenize.open(asked.file) as file:
            code = file.read()
    except (OSError, SyntaxError, UnicodeError) as error:
        parser.error(f"{asked.file} cannot be read: {error}")
    if not asked.here:
        return run(asked.name, asked.file, lang, asked.site, asked.limit)
    passed, said = ask(asked.name, code, lang, str(asked.file), asked.site)
    print(said)
    return RIGHT if passed else WRONG


if __name__ == "__main__":
    sys.exit(main())
