"""The site to take along is the site; test_browser opens it from a folder."""

import zipfile

import pytest

from sitekit.build import archive

pytestmark = pytest.mark.built


def differences(site, packed) -> list[str]:
    """Files that the archive and the built site do not share."""
    files = archive.contents(site)
    with zipfile.ZipFile(packed) as zipped:
        names = set(zipped.namelist()) - {f"{archive.NAME}/README.txt"}
        changed = {
            name
            for name in names & files.keys()
            if zipped.read(name) != files[name].read_bytes()
        }
    return sorted(names ^ files.keys() | changed)


def test_it_is_the_site(site, packed, record_property):
    size = packed.stat().st_size
    record_property("bytes of the archive", size)
    print(f"{size:9,} bytes  {packed.name}")
    assert differences(site, packed) == []
    assert size < 20_000_000


def test_a_difference_is_found(tmp_path):
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(name, "utf-8")
    zipped = tmp_path.with_suffix(".zip")
    archive.pack(tmp_path, zipped)
    assert not differences(tmp_path, zipped)
    (tmp_path / "a.html").write_text("else", "utf-8")
    (tmp_path / "b.html").rename(tmp_path / "c.html")
    names = ["a.html", "b.html", "c.html"]
    assert differences(tmp_path, zipped) == [f"{archive.NAME}/{n}" for n in names]
