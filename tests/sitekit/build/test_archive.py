import os
import zipfile

import pytest

from sitekit.build import archive

FILES = {
    "index.html": "<p>首页</p>",
    "en/index.html": "<p>Home</p>",
    "assets/a.js": "x",
    "assets/a.js.map": "for a debugger",
    "sitemap.xml.gz": "for a search engine",
}


@pytest.fixture
def site(tmp_path):
    for name, text in FILES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, "utf-8")
    return tmp_path / "site"


def test_holds_the_site_and_says_how_to_read_it(site, tmp_path):
    size = archive.pack(site, tmp_path / "a.zip")
    assert size == (tmp_path / "a.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        names = packed.namelist()
        readme = packed.read("chainrule-site/README.txt").decode("utf-8-sig")
        assert packed.read("chainrule-site/index.html").decode() == "<p>首页</p>"
    assert names == [
        "chainrule-site/README.txt",
        "chainrule-site/assets/a.js",
        "chainrule-site/en/index.html",
        "chainrule-site/index.html",
    ]
    for said in ("en/index.html", "搜索", "search"):
        assert said in readme


def test_same_site_same_bytes(site, tmp_path):
    archive.pack(site, tmp_path / "a.zip")
    for path in site.rglob("*"):
        os.utime(path, (0, 1e9))
        path.chmod(0o700)
    archive.pack(site, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    (site / "index.html").write_text("else", "utf-8")
    archive.pack(site, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() != (tmp_path / "b.zip").read_bytes()


def test_is_whole_or_the_old_one(site, tmp_path, monkeypatch):
    (tmp_path / "a.zip").write_bytes(b"old")

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(archive, "contents", stop)
    with pytest.raises(KeyboardInterrupt):
        archive.pack(site, tmp_path / "a.zip")
    assert (tmp_path / "a.zip").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "site"]
