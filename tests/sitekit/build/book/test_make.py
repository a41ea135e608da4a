import pytest

from sitekit.build.book import make


def test_files_are_named_after_the_project_and_replaced_whole(site, monkeypatch):
    monkeypatch.setattr(make, "KINDS", {"epub": lambda book: book.title.encode()})
    (epub,) = make.write_all(site.root, ["en"], ["epub"])
    assert epub == site.root / "chainrule-en.epub"
    assert epub.read_bytes() == b"Lines"

    def fails(book):
        raise RuntimeError("no")

    monkeypatch.setattr(make, "KINDS", {"epub": fails})
    with pytest.raises(RuntimeError):
        make.write_all(site.root, ["en"], ["epub"])
    assert epub.read_bytes() == b"Lines"


def test_half_a_file_is_never_there(tmp_path, monkeypatch):
    monkeypatch.setattr(make.Path, "replace", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make._write(tmp_path / "a.pdf", b"x")
    assert not [*tmp_path.iterdir()]
