"""Mends the search of Chinese, whose worker loses the last character of a query.

The worker cuts a query into words that the index has. Material's two loops stop one
place early: of 学习率 they look for 学习 alone. A Material that writes them otherwise
fails the build here: see whether it mended them, and drop this file.
"""

from pathlib import Path

MENDED = {
    "for(let o=s+1;o<t.length;o++)t.slice(s,o)in e": (
        "for(let o=s+1;o<=t.length;o++)t.slice(s,o)in e"
    ),
    "n[a]&&a<t.length-1&&": "n[a]&&a<t.length&&",
}


def mend(site: Path) -> None:
    """Mend the workers of both languages.

    Raises:
        RuntimeError: a worker is not the one that is known, or there is none.
    """
    workers = sorted(site.glob("**/javascripts/workers/search.*.min.js"))
    if not workers:
        raise RuntimeError(f"no search worker under {site}")
    for worker in workers:
        script = worker.read_text("utf-8")
        for broken, mended in MENDED.items():
            if script.count(broken) != 1 and mended not in script:
                raise RuntimeError(f"{worker.name} has no {broken!r}: is it mended?")
            script = script.replace(broken, mended)
        worker.write_text(script, "utf-8")
