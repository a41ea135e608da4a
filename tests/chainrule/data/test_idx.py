"""The format by its specification: big-endian, two zeros, type, axes, sizes."""

import gzip
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from chainrule.data import read_idx, write_idx
from chainrule.data.idx import TYPES

UNIT = "idx-data-loader"
# Written by hand: code, bytes of the numbers, the numbers, NumPy's name.
BY_HAND = [
    ("08", "00 7f ff", [0, 127, 255], "uint8"),
    ("09", "00 7f ff", [0, 127, -1], "int8"),
    ("0b", "01 00 ff fe 00 02", [256, -2, 2], "int16"),
    ("0c", "00 00 01 00 ff ff ff fe 00 00 00 02", [256, -2, 2], "int32"),
    ("0d", "3f c0 00 00 c0 00 00 00 00 00 00 00", [1.5, -2, 0], "float32"),
    (
        "0e",
        "3f f8 00 00 00 00 00 00 c0 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00",
        [1.5, -2, 0],
        "float64",
    ),
]
HEADER = "00 00 08 02 00 00 00 02 00 00 00 03"  # 2 x 3 bytes
WHOLE = bytes.fromhex(HEADER + "01 02 03 04 05 06")


@pytest.fixture
def file(tmp_path):
    def make(data, name="x-idx"):
        path = tmp_path / name
        path.write_bytes(bytes.fromhex(data) if isinstance(data, str) else data)
        return path

    return make


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(("code", "numbers", "values", "dtype"), BY_HAND)
def test_reads_bytes_written_by_hand(
    agree, file, tmp_path, packed, code, numbers, values, dtype
):
    data = bytes.fromhex(f"00 00 {code} 01 00 00 00 03 {numbers}")
    ours = read_idx(file(gzip.compress(data) if packed else data))
    assert ours.dtype == dtype
    assert ours.dtype.isnative
    agree(UNIT, ours, values, 0.0, against="bytes of the specification")
    name = "y.gz" if packed else "y"
    write_idx(tmp_path / name, np.array(values, dtype))
    written = (tmp_path / name).read_bytes()
    written = gzip.decompress(written) if packed else written
    agree(UNIT, [*written], [*data], 0, against="bytes of the specification")


def test_last_axis_runs_fastest(file):
    assert read_idx(file(WHOLE)).tolist() == [[1, 2, 3], [4, 5, 6]]


def test_every_type_of_the_specification_is_there():
    assert [f"{code:02x}" for code in TYPES] == [row[0] for row in BY_HAND]


@pytest.mark.parametrize("suffix", ["", ".gz"])
@given(data=st.data())
def test_round_trip(tmp_path_factory, suffix, data):
    dtype = data.draw(st.sampled_from([t.newbyteorder("=") for t in TYPES.values()]))
    shapes = hnp.array_shapes(max_dims=5, min_side=0, max_side=4)
    array = data.draw(hnp.arrays(dtype, shapes))
    path = tmp_path_factory.mktemp("idx") / f"x{suffix}"
    write_idx(path, array)
    found = read_idx(path)
    assert (found.dtype, found.shape) == (array.dtype, array.shape)
    assert found.tobytes() == array.tobytes()  # NaN, too
    assert found.flags.writeable


def test_other_byte_orders_and_strides_are_written_as_they_read(tmp_path):
    array = np.arange(12, dtype=">i4").reshape(3, 4)[:, ::-2]
    write_idx(tmp_path / "x", array)
    assert read_idx(tmp_path / "x").tolist() == array.tolist()


def test_gzip_keeps_no_time_so_that_equal_arrays_are_equal_files(tmp_path):
    write_idx(tmp_path / "a.gz", np.arange(9, dtype="u1"))
    assert (tmp_path / "a.gz").read_bytes()[4:8] == bytes(4)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "x-idx: 0 bytes, IDX begins with 4"),
        (WHOLE[:3], "x-idx: 3 bytes, IDX begins with 4"),
        (WHOLE[:11], "x-idx: 11 bytes, the header alone has 12"),
        (WHOLE[:-1], "12 bytes of header and 2 x 3 uint8 make 18 bytes, found 17"),
        (WHOLE + b"!", "12 bytes of header and 2 x 3 uint8 make 18 bytes, found 19"),
        (WHOLE + bytes(1 << 21), "make 18 bytes, found 2097170"),
        ("00 01 08 01 00 00 00 00", "x-idx: not IDX, begins with 00 01 08 01"),
        ("01 00 08 01 00 00 00 00", "x-idx: not IDX, begins with 01 00 08 01"),
        ("00 00 0a 01 00 00 00 00", "x-idx: not IDX, begins with 00 00 0a 01"),
        ("00 00 08 00 07", "x-idx: not IDX, begins with 00 00 08 00"),
        ("00 00 08 41" + 65 * "00 00 00 01", "not IDX, begins with 00 00 08 41"),
        (b"<!DOCTYPE html>", "x-idx: not IDX, begins with 3c 21 44 4f"),
    ],
)
def test_refuses_what_is_not_whole(file, data, said, packed):
    data = bytes.fromhex(data) if isinstance(data, str) else data
    with pytest.raises(ValueError) as caught:
        read_idx(file(gzip.compress(data) if packed else data))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-6],
        lambda data: data[:12],
        lambda data: data[:-8] + b"????" + data[-4:],  # the checksum
        lambda data: data[:12] + b"\xff\xff\xff" + data[15:],
        lambda data: data + b"rubbish",
    ],
)
def test_refuses_broken_gzip_with_its_bytes(file, spoil):
    data = spoil(gzip.compress(WHOLE))
    with pytest.raises(ValueError, match=f"broken gzip of {len(data)} bytes"):
        read_idx(file(data))


def test_a_header_that_lies_costs_no_memory(file):
    path = file("00 00 0e 03 ff ff ff ff ff ff ff ff ff ff ff ff 01")
    tracemalloc.start()
    with pytest.raises(ValueError, match="found 17"):
        read_idx(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 21


@pytest.mark.parametrize(
    "array", [np.float32(1), np.zeros(2, "i8"), np.zeros(2, bool), np.array(["a"])]
)
def test_refuses_what_it_cannot_hold(tmp_path, array):
    with pytest.raises(ValueError, match=f"IDX holds no {np.asarray(array).dtype}"):
        write_idx(tmp_path / "x", array)
    assert not (tmp_path / "x").exists()
