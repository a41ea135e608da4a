import csv

import numpy as np
import pytest
import torch

from chainrule.data import CSVDataset, DataLoader

UNIT = "dataset-class"


def write(path, text, **options):
    path.write_text(text, **{"encoding": "utf-8", **options})
    return path


def table(path, rows=30):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(rows, 3))
    classes = rng.integers(0, 5, size=rows)
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["a", "class", "b", "c"])
        for x, n in zip(X.tolist(), classes.tolist(), strict=True):
            writer.writerow([x[0], n, *x[1:]])
    return X


def test_length_and_samples_are_those_of_the_file(tmp_path, agree):
    table(tmp_path / "a.csv")
    data = CSVDataset(tmp_path / "a.csv", "class", target_dtype=np.int64)
    oracle = np.loadtxt(tmp_path / "a.csv", delimiter=",", skiprows=1)
    assert len(data) == 30
    assert data.features == ["a", "b", "c"]
    rows = [data[n] for n in range(30)]
    found = np.stack([x for x, _ in rows])
    agree(UNIT, found, oracle[:, [0, 2, 3]].astype("f4"), 0, against="np.loadtxt")
    agree(UNIT, [n for _, n in rows], oracle[:, 1].astype(int), 0, against="np.loadtxt")
    assert (found.dtype, rows[0][1].dtype) == (np.float32, np.int64)


def test_columns_can_be_chosen(tmp_path, agree):
    X = table(tmp_path / "a.csv")
    data = CSVDataset(tmp_path / "a.csv", features=["c", "a"], dtype=np.float64)
    assert data.t is None
    agree(UNIT, np.stack([*data]), X[:, [2, 0]], 0, against="what was written")


def test_goes_through_both_loaders(tmp_path, agree):
    table(tmp_path / "a.csv")
    data = CSVDataset(tmp_path / "a.csv", "class", target_dtype=np.int64)
    loaders = DataLoader(data, 7), torch.utils.data.DataLoader(data, 7)
    for (x, t), (y, u) in zip(*loaders, strict=True):
        assert (x.dtype, t.dtype) == (y.dtype, u.dtype) == (torch.float32, torch.int64)
        agree(UNIT, x, y, 0, against="torch.utils.data.DataLoader")
        agree(UNIT, t, u, 0, against="torch.utils.data.DataLoader")


def test_what_spreadsheets_write(tmp_path):
    """A mark at the beginning, semicolons, quotes, spaces, blank lines, CRLF."""
    text = '\ufeffa; "b"\r\n1;" 2.5"\r\n\r\n"-3";4e-1\r\n\r\n'
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    data = CSVDataset(path, "a", delimiter=";")
    assert data.X.tolist() == [[2.5], [pytest.approx(0.4)]]
    assert data.t.tolist() == [1, -3]


BAD = [
    ("", {}, r"a\.csv, line 1 must name each column once, got \[\]"),
    ("a,b,a\n1,2,3\n", {}, r"line 1 must name each column once, got \['a', 'b', 'a'\]"),
    ("a,,b\n1,2,3\n", {}, r"line 1 must name each column once"),
    ("a,b\n", {}, "no rows below its names"),
    ("a\n1\n", {"target": "a"}, "no features"),
    ("a,b\n1,2\n", {"target": "c"}, r"has no \['c'\], only \['a', 'b'\]"),
    ("a,b\n1,2\n", {"features": ["b", "x", "y"]}, r"has no \['x', 'y'\], only"),
    ("a,b\n1,2\n1\n", {}, "line 3: 1 fields for 2 columns"),
    ("a,b\n1,2\n\n1,2,3\n", {}, "line 4: 3 fields for 2 columns"),
    ("a,b\n1,2\n3,x\n", {}, "line 3, column 'b': 'x' is no float32"),
    ("a,b\n1,\n", {}, "line 2, column 'b': '' is no float32"),
    ("a,b\n1,nan\n", {}, "column 'b': 'nan' is no float32"),
    ("a,b\n-inf,1\n", {}, "column 'a': '-inf' is no float32"),
    ("a,b\n1_0,1\n", {}, "column 'a': '1_0' is no float32"),
    ("a,b\n1,1e39\n", {}, "column 'b': '1e39' is beyond float32"),
    ("a,b\n1,0.5\n", {"target": "b"}, "column 'b': '0.5' is no int8"),
    ("a,b\n1,128\n", {"target": "b"}, "column 'b': '128' is no int8"),
    ("a,b\n1,1e400\n", {"target": "b"}, "column 'b': '1e400' is no int8"),
]


@pytest.mark.parametrize(("text", "options", "said"), BAD)
def test_the_place_of_a_fault_is_named(tmp_path, text, options, said):
    path = write(tmp_path / "a.csv", text)
    with pytest.raises(ValueError, match=said):
        CSVDataset(path, **options, target_dtype=np.int8)


def test_what_is_not_asked_for_need_not_be_a_number(tmp_path):
    path = write(tmp_path / "a.csv", "name,a\nÄnne,1\n猫,2\n")
    assert CSVDataset(path, features=["a"]).X.tolist() == [[1], [2]]
    with pytest.raises(FileNotFoundError):
        CSVDataset(tmp_path / "b.csv")
