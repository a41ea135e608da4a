"""MNIST of four pictures: the same four files, small, from a folder or a mirror."""

import gzip
import hashlib

import numpy as np
import pytest

from chainrule.data import MNIST, FashionMNIST, mnist, read_idx, write_idx
from chainrule.data.download import Remote

SHAPES = ((3, 28, 28), (3,), (1, 28, 28), (1,))
RNG = np.random.default_rng(0)
ARRAYS = [RNG.integers(10, size=shape, dtype="u1") for shape in SHAPES]


@pytest.fixture
def published(tmp_path):
    """A folder that stands for a mirror, and the class that knows its files."""
    folder = tmp_path / "mirror"
    folder.mkdir()
    files = []
    for old, array in zip(MNIST.files, ARRAYS, strict=True):
        path = folder / old.name
        write_idx(path, array)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        files.append(Remote(old.name, path.stat().st_size, digest))

    class Small(MNIST):
        shapes = SHAPES
        mirrors = ("http://127.0.0.1:9/",)  # nobody listens

    Small.files = tuple(files)
    return folder, Small


def test_reads_the_four_files(agree, published):
    folder, Small = published
    data = Small(folder)
    for array, given in zip((*data.train, *data.test), ARRAYS, strict=True):
        assert array.dtype == "u1"
        agree("mnist-dataset", array, given, 0, against="what was written")
    assert data.train[0].shape == (3, 28, 28)
    assert data.test[1].shape == (1,)
    assert data.train is data.train  # read once


def test_unpacked_files_will_do(published):
    folder, Small = published
    before = Small(folder).train[0]
    for remote in Small.files:
        packed = folder / remote.name
        packed.with_suffix("").write_bytes(gzip.decompress(packed.read_bytes()))
        packed.unlink()
    assert np.array_equal(Small(folder).train[0], before)


def test_the_test_set_is_not_even_read_before_it_is_asked_for(published, monkeypatch):
    folder, Small = published
    seen = []
    monkeypatch.setattr(mnist, "read_idx", lambda p: seen.append(p.name) or read_idx(p))
    Small(folder).train  # noqa: B018
    assert [name.split("-")[0] for name in seen] == ["train", "train"]


def test_names_what_is_missing(published):
    folder, Small = published
    for remote in Small.files[1:3]:
        (folder / remote.name).unlink()
    with pytest.raises(FileNotFoundError) as caught:
        Small(folder)
    assert str(caught.value) == (
        f"Small: {folder} lacks train-labels-idx1-ubyte.gz, "
        "t10k-images-idx3-ubyte.gz; download=True gets them"
    )
    with pytest.raises(ConnectionError, match=r"no mirror gave train-labels"):
        Small(folder, download=True)


def test_gets_what_is_missing_or_spoilt(published, tmp_path, monkeypatch):
    folder, Small = published
    asked = []

    def copy(remote, mirrors, root):
        asked.append(remote.name)
        root.mkdir(parents=True, exist_ok=True)
        (root / remote.name).write_bytes((folder / remote.name).read_bytes())
        return root / remote.name

    monkeypatch.setattr(mnist, "fetch", copy)
    root = tmp_path / "new"
    Small(root, download=True)
    assert asked == [remote.name for remote in Small.files]
    (root / asked[3]).write_bytes(b"spoilt")
    with pytest.raises(ValueError, match="published file: 6 bytes instead of "):
        Small(root)
    assert len(asked) == 4
    assert Small(root, download=True).test[1].shape == (1,)
    assert asked[4:] == [asked[3]]


@pytest.mark.parametrize(
    ("number", "array", "said"),
    [
        (0, np.zeros((3, 28, 27), "u1"), r"uint8 \(3, 28, 27\) instead of uint8 \(3, "),
        (1, np.zeros(4, "u1"), r"uint8 \(4,\) instead of uint8 \(3,\)"),
        (1, np.zeros(3, "i4"), r"int32 \(3,\) instead of"),
        (1, np.array([0, 10, 1], "u1"), "has a class 10"),
    ],
)
def test_refuses_other_contents(published, number, array, said):
    folder, Small = published
    name = Small.files[number].name
    (folder / name).unlink()
    write_idx(folder / name.removesuffix(".gz"), array)
    with pytest.raises(ValueError, match=said):
        Small(folder).train  # noqa: B018


# As published: MD5 by the authors (and in torchvision's lists), sizes by both.
PUBLISHED = {
    MNIST: (9912422, 28881, 1648877, 4542),
    FashionMNIST: (26421880, 29515, 4422102, 5148),
}


@pytest.mark.parametrize("data", PUBLISHED)
def test_the_list_of_files(data):
    assert tuple(remote.size for remote in data.files) == PUBLISHED[data]
    assert len({remote.sha256 for remote in data.files}) == 4
    for remote, shape in zip(data.files, data.shapes, strict=True):
        assert len(bytes.fromhex(remote.sha256)) == 32
        assert f"idx{len(shape)}-ubyte" in remote.name
    assert len(data.classes) == 10
    assert all(mirror.endswith("/") for mirror in data.mirrors)
    assert len(data.mirrors) >= 2


def test_clothes_are_not_digits():
    assert FashionMNIST.classes[0] == "T-shirt/top"
    hashes = [{remote.sha256 for remote in data.files} for data in PUBLISHED]
    assert not set.intersection(*hashes)
