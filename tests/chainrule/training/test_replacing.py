import os
from pathlib import Path

import pytest

from chainrule.training import replacing

UNIT = "save-and-load-model"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_writes_a_file_in_one_step(tmp_path, agree):
    path = tmp_path / "new" / "a.bin"
    for content in (b"one", b"two and more"):
        with replacing(path) as file:
            file.write(content)
            if content != b"one":
                assert path.read_bytes() == b"one"  # until the block has ended
        assert path.read_bytes() == content
    agree(UNIT, [*path.read_bytes()], [*b"two and more"], 0, against="what was written")
    assert names(path.parent) == ["a.bin"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_error_leaves_what_was_there(tmp_path, error):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def stopped():
        with replacing(path, "w", encoding="utf-8") as file:
            file.write("half of the n")
            file.flush()
            raise error

    with pytest.raises(error):
        stopped()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_before_the_name_leaves_what_was_there(tmp_path, monkeypatch, step):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail(*args):
        raise OSError("disk full")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(OSError, match="disk full"), replacing(path) as file:
        file.write(b"new")
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_is_on_the_disk_before_it_has_the_name(tmp_path, monkeypatch):
    """A system that crashes after a rename may else show an empty file."""
    done, fsync, replace = [], os.fsync, Path.replace

    def synced(number):
        done.append("fsync")
        fsync(number)

    def replaced(self, target):
        done.append(f"replace by {self.stat().st_size} bytes")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    with replacing(tmp_path / "a") as file:
        file.write(b"12345")
    assert done[:2] == ["fsync", "replace by 5 bytes"]
    assert len(done) == (3 if os.name == "posix" else 2)  # the folder's


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_one(tmp_path):
    (tmp_path / "disk").mkdir()
    link = tmp_path / "a"
    link.symlink_to(tmp_path / "disk" / "b")
    with replacing(link) as file:
        file.write(b"x")
    assert link.is_symlink()
    assert (tmp_path / "disk" / "b").read_bytes() == b"x"
