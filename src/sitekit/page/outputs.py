"""How what a program prints may differ from what its page shows, by its kind."""

from difflib import unified_diff
from pathlib import Path

from sitekit.page import record
from sitekit.page.near import near
from sitekit.page.programs import Kind


def drift(path: Path, of: Kind, kept: str, printed: str) -> str:
    """How the text that is kept differs from what a program printed, by its kind."""
    if of.name == "study":
        return "" if record.same_columns(kept, printed) else "the columns are others"
    if kept == printed or (of.name == "numeric" and near(kept, printed, of.rtol)):
        return ""
    pair = kept.splitlines(), printed.splitlines()
    name = path.with_suffix(".out").name
    return "\n".join(unified_diff(*pair, name, "printed", lineterm="", n=0))
