import pytest
import torch

from chainrule.optim.engine import slices


def rows(*shapes, buffers=2):
    return [[torch.zeros(shape) for _ in range(2 + buffers)] for shape in shapes]


def sizes(pieces):
    """A number for each tensor, a list for each bundle."""
    return [
        [x.numel() for x in w] if isinstance(w, slices.TensorList) else w.numel()
        for w, *_ in pieces
    ]


@pytest.fixture(autouse=True)
def small_numbers(monkeypatch):
    monkeypatch.setattr(slices, "BLOCK", 10)
    monkeypatch.setattr(slices, "SMALL", 4)


def test_small_ones_are_bundled_and_large_ones_cut():
    pieces = slices.cut(rows((3,), (25,), (0,), (2, 2), ()), None, True)
    assert sizes(pieces) == [10, 10, 5, 4, [3, 1]]


def test_foreach_bundles_all_or_none():
    given = rows((3,), (25,), ())
    assert sizes(slices.cut(given, True, True)) == [[3, 25, 1]]
    assert sizes(slices.cut(given, False, True)) == [3, 10, 10, 5, 1]


def test_whole_tensors_where_the_formula_needs_them():
    assert sizes(slices.cut(rows((25,), (0,), ()), True, False)) == [25, 1]


def test_types_are_not_mixed_in_a_bundle():
    half = [[x.half() for x in row] for row in rows((1,), (2,))]
    pieces = slices.cut(rows((1,), (3,)) + half, None, True)
    assert sizes(pieces) == [[1, 3], [1, 2]]


def test_blocks_are_parts_of_the_tensors_themselves():
    (row,) = rows((5, 5))
    for i, block in enumerate(slices.blocks(row)):
        for x in block:
            x.fill_(i)
    assert row[0].view(-1).tolist() == [0.0] * 10 + [1.0] * 10 + [2.0] * 5
    assert all(torch.equal(x, row[0]) for x in row)


def test_a_row_that_lies_apart_is_not_cut():
    w, g = torch.zeros(5, 5), torch.zeros(5, 5).T
    assert slices.blocks([w, g]) == [[w, g]]


def test_pieces_are_as_full_as_they_may_be():
    columns = zip(*rows((3,), (25,), (2, 2), (1,), (10,), (7,)), strict=True)
    pieces = [*slices.pieces(*columns)]
    assert [[x.numel() for x in w] for w, *_ in pieces] == [
        *([3], [10], [10]),
        *([5, 4, 1], [10], [7]),
    ]
    assert all(len(columns) == 4 for columns in pieces)


def test_memory_order():
    x = torch.empty(2, 3, 4, 5).to(memory_format=torch.channels_last)
    for view in slices.in_memory_order([x, x.clone()]):
        assert view.is_contiguous()
        assert view.shape == (2, 4, 5, 3)
    row = [torch.zeros(2), torch.zeros(2)]
    assert slices.in_memory_order(row) is row
