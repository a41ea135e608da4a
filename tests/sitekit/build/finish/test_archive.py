import os
import zipfile

import pytest

from sitekit.build.finish import archive

FILES = {
    "index.html": "<p>首页</p>",
    "en/index.html": "<p>Home</p>",
    "assets/a.js": "x",
    "assets/a.js.map": "for a debugger",
    "sitemap.xml.gz": "for a search engine",
    "run/worker.js": "for a server",
    "running/index.html": "<p>Running</p>",
}


@pytest.fixture
def site(project):
    for name, text in FILES.items():
        project.write(f"site/{name}", text)
    return project.root / "site"


def test_holds_the_site_and_says_how_to_read_it(project, site):
    file = archive.pack(project.root, site)
    assert file == project.root / "lines-site.zip"
    with zipfile.ZipFile(file) as packed:
        names = packed.namelist()
        readme = packed.read("lines-site/README.txt")
        assert packed.read("lines-site/index.html").decode() == "<p>首页</p>"
    assert names == [
        "lines-site/README.txt",
        "lines-site/assets/a.js",
        "lines-site/en/index.html",
        "lines-site/index.html",
        "lines-site/running/index.html",
    ]
    assert readme == b"\xef\xbb\xbf" + (project.root / archive.README).read_bytes()


def test_same_site_same_bytes(project, site):
    first = archive.pack(project.root, site).read_bytes()
    for path in site.rglob("*"):
        os.utime(path, (0, 1e9))
        path.chmod(0o700)
    assert archive.pack(project.root, site).read_bytes() == first
    (site / "index.html").write_text("else", "utf-8")
    assert archive.pack(project.root, site).read_bytes() != first


def test_is_whole_or_the_old_one(project, site, monkeypatch):
    old = project.write("lines-site.zip", "old")
    before = sorted(project.root.iterdir())

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(archive, "contents", stop)
    with pytest.raises(KeyboardInterrupt):
        archive.pack(project.root, site)
    assert old.read_bytes() == b"old"
    assert sorted(project.root.iterdir()) == before
