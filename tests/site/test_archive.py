"""The site to take along is the site; test_browser opens it from a folder."""

import zipfile

import pytest

from sitekit.build.finish import archive
from sitekit.page.paths import RUN
from sitekit.page.project import project

pytestmark = pytest.mark.built


def differences(root, site, packed) -> list[str]:
    """Files that the archive and the built site do not share."""
    files = archive.contents(root, site)
    with zipfile.ZipFile(packed) as zipped:
        names = set(zipped.namelist()) - {f"{project(root).archive}/README.txt"}
        changed = {
            name
            for name in names & files.keys()
            if zipped.read(name) != files[name].read_bytes()
        }
    return sorted(names ^ files.keys() | changed)


@pytest.fixture
def root(site):
    return site.parent


# For each page in each language, with its figures, notebook, programs and tests; Python
# for browsers is beside them, and not in the archive.
BYTES, PACKED = 900_000, 200_000


def test_it_is_the_site(root, site, packed):
    assert differences(root, site, packed) == []


def test_it_is_small(site, packed, docs, record_property):
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    size -= sum(path.stat().st_size for path in (site / RUN).iterdir())
    for name, count, most in (
        (site.name, size, BYTES * len(docs)),
        (packed.name, packed.stat().st_size, PACKED * len(docs)),
    ):
        record_property(f"bytes of {name}", count)
        print(f"{count:11,} of {most:11,} bytes  {name}")
        assert count < most


def test_a_difference_is_found(tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        "[tool.sitekit]\npackage='x'\narchive='y'\ntitle={}\nlicence={}\nbrowser=[]\n",
        "utf-8",
    )
    for name in ("docs/archive.txt", "site/a.html", "site/b.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    site = tmp_path / "site"
    zipped = archive.pack(tmp_path, site)
    assert not differences(tmp_path, site, zipped)
    (site / "a.html").write_text("else", "utf-8")
    (site / "b.html").rename(site / "c.html")
    names = ["a.html", "b.html", "c.html"]
    assert differences(tmp_path, site, zipped) == [f"y/{n}" for n in names]
