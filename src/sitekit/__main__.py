"""``python -m sitekit <step>``: what the Makefile runs, for systems without make."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from sitekit.build import site, skeleton, vendor
from sitekit.build.figures import drawing
from sitekit.build.programs import claims, outputs, worlds
from sitekit.page.files import rows
from sitekit.page.paths import LANGS
from sitekit.page.project import project


def browser() -> int:
    """Chromium for the browser tests, with a Chinese font, which they read on paper.

    Debian's packages; elsewhere Playwright's Chromium, and the system's fonts.
    """
    from sitekit.build.chromium import PROGRAMS, program  # the rest has no Playwright

    package, other = PROGRAMS
    there = {
        package: shutil.which(package),
        "fonts-noto-cjk": output("fc-list", ":lang=zh", "file"),
    }
    missing = [name for name, found in there.items() if not found]
    release = Path("/etc/os-release")
    if not (release.is_file() and "\nID=debian\n" in release.read_text("utf-8")):
        command = [sys.executable, "-m", "playwright", "install", "--only-shell"]
        command.append("chromium")
        return subprocess.call(command)
    if not missing:
        print(f"Chromium is there: {there[package]}")
        return 0
    sudo = ["sudo"] if shutil.which("sudo") else []
    for step in (["update", "-q"], ["install", "-q", "-y", *missing]):
        if code := subprocess.call([*sudo, "apt-get", *step]):
            if missing == [package] and program():
                print(f"There is no {package}: {other} takes its place, more slowly.")
                return 0
            return code
    return 0


def output(*command: str) -> str:
    """What a command prints; nothing if there is no such command."""
    if not shutil.which(command[0]):
        return ""
    return subprocess.run(command, capture_output=True, encoding="utf-8").stdout


def new(root: Path, names: list[str]) -> None:
    """Write the skeleton of a page, and say what comes next."""
    if len(names) != 1:
        raise ValueError("name one page: make new PAGE=part/page")
    for path in skeleton.create(root, names[0]):
        print(f"wrote {path.relative_to(root)}")
    if not any(unit["page"] == names[0] for unit in rows(root, "units")):
        print("docs/units.csv has no unit of this page: add what it teaches, with ids")
    print(
        "Next: a description, the text under the headings, code in "
        f"src/{project(root).package}/,\n"
        "and a test that compares it with something independent (CONTRIBUTING.md).\n"
        "`make serve` shows the page, `make check` says what is missing."
    )


def main() -> int:
    steps = {
        "serve": "serve both languages, rebuilding on change",
        "site": "build site/ in strict mode",
        "book": "make EPUB and PDF of the built site",
        "figures": "draw the figures whose programs changed",
        "outputs": "rewrite the .out files of the programs (of a study if it is named)",
        "new": "write the skeleton of a page that is planned in docs/pages.csv",
        "claims": "ask the claims of the named studies on all machines and seeds",
        "machine": "print the environment of a virtual machine",
        "browser": "install Chromium for the browser tests",
        "vendor": "verify Pyodide, and fetch what is another",
    }
    parser = argparse.ArgumentParser(
        prog="python -m sitekit",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {name:8} {what}" for name, what in steps.items()),
    )
    parser.add_argument("step", choices=steps, help="one of the following")
    parser.add_argument("names", nargs="*", help="for outputs, new, claims and machine")
    parser.add_argument("--address", default="127.0.0.1:8000", help="for serve")
    parser.add_argument("--lang", choices=LANGS, help="for book: one language alone")
    args = parser.parse_args()
    root = Path.cwd()
    if not (root / "mkdocs.base.yml").is_file():
        parser.error("run it in the project's folder (the one with mkdocs.base.yml)")
    try:
        match args.step:
            case "serve":
                return site.serve(root, args.address)
            case "site":
                print(f"wrote {site.build(root).relative_to(root)}/")
            case "book":
                from sitekit.build.book import make  # of an extra that others lack

                for path in make.write_all(root, [args.lang] if args.lang else LANGS):
                    print(f"wrote {path.name} ({path.stat().st_size / 1e6:.1f} MB)")
            case "figures":
                print(f"{drawing.draw_all(root)} programs drew")
            case "outputs":
                changed = outputs.write_all(root, args.names)
                print("\n".join(f"changed: {p.relative_to(root)}" for p in changed))
            case "new":
                new(root, args.names)
            case "claims":
                studies = outputs.named(root, args.names)
                return claims.show(root, studies)
            case "machine":
                for name in args.names:
                    print(*(f"{k}={v}" for k, v in worlds.machine(name).items()))
            case "browser":
                return browser()
            case "vendor":
                if wrong := vendor.renew():
                    raise RuntimeError("\n".join(wrong))
                print("Pyodide is as its README says")
    except KeyboardInterrupt:
        print("\nstopped; what was finished is kept", file=sys.stderr)
        return 130
    except (RuntimeError, ValueError, subprocess.CalledProcessError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
