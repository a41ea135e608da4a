import os

import pytest

from sitekit.page.files import write


def test_writes_and_says_whether_anything_changed(tmp_path):
    file = tmp_path / "new" / "a.txt"
    assert write(file, "一\n")
    assert file.read_bytes() == "一\n".encode()
    assert not write(file, "一\n")
    assert write(file, "二\n")


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_web_server_may_read_it(tmp_path):
    write(tmp_path / "a", "x")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_interrupted_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    file = tmp_path / "a"
    write(file, "old")

    def interrupt(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(f"pathlib.Path.{step}", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(file, "new")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a", "old")]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    file = tmp_path / "a"
    write(file, "old")
    fdopen = os.fdopen

    def full(handle, *args, **options):
        stream = fdopen(handle, *args, **options)
        half = stream.write

        def write_half(text):
            half(text[: len(text) // 2])
            stream.flush()
            raise OSError("No space left on device")

        stream.write = write_half
        return stream

    monkeypatch.setattr("sitekit.page.files.os.fdopen", full)
    with pytest.raises(OSError, match="No space"):
        write(file, "new and longer")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a", "old")]
