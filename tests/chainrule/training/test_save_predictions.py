import csv

import numpy as np
import pytest
import torch

from chainrule.training import save_predictions

UNIT = "save-predictions-csv"


def read(path):
    with path.open(newline="", encoding="utf-8") as file:
        return [*csv.reader(file)]


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.float16])
def test_reads_back_to_the_bit(tmp_path, agree, dtype):
    rng = torch.Generator().manual_seed(0)
    y = torch.randn(50, 2, generator=rng, dtype=torch.float64) * 1e-3
    y = y.to(dtype)
    save_predictions(y.requires_grad_(), tmp_path / "a.csv", ("id", "u", "v"))
    header, *rows = read(tmp_path / "a.csv")
    assert header == ["id", "u", "v"]
    assert [row[0] for row in rows] == [*map(str, range(50))]
    found = torch.tensor([[*map(float, row[1:])] for row in rows], dtype=torch.float64)
    agree(UNIT, found.to(dtype), y, 0, against="csv.reader")


def test_writes_as_few_digits_as_will_do(tmp_path):
    y = torch.tensor([0.1, -2.0, 1 / 3])
    save_predictions(y, tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_bytes().decode()
    assert text == "id,prediction\r\n0,0.1\r\n1,-2.0\r\n2,0.33333334\r\n"


def test_classes_names_and_bfloat16(tmp_path):
    path = tmp_path / "new" / "a.csv"
    save_predictions(torch.tensor([3, 1]), path, ("picture", "class"), ["a,b", "猫"])
    assert read(path) == [["picture", "class"], ["a,b", "3"], ["猫", "1"]]
    save_predictions(torch.tensor([0.5], dtype=torch.bfloat16), path)
    assert read(path)[1] == ["0", "0.5"]
    save_predictions(np.array([True]), path)
    assert read(path)[1] == ["0", "True"]


def test_refuses_what_does_not_fit_and_leaves_the_old(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("old")
    for shape in ((2, 2), (2, 1, 1), ()):
        with pytest.raises(ValueError, match=r"do not fit the header \['id', 'predic"):
            save_predictions(torch.zeros(shape), path)
    with pytest.raises(ValueError, match="3 ids for 2 predictions"):
        save_predictions(torch.zeros(2), path, ids="abc")
    assert path.read_text() == "old"
