"""The IDX format, in which MNIST is kept: arrays with a short header."""

# --8<-- [start:header]
import gzip
import io
import math
import struct
import zlib
from pathlib import Path

import numpy as np

# Third byte of the file: type of the numbers, largest byte first.
TYPES: dict[int, np.dtype] = {
    0x08: np.dtype(">u1"),
    0x09: np.dtype(">i1"),
    0x0B: np.dtype(">i2"),
    0x0C: np.dtype(">i4"),
    0x0D: np.dtype(">f4"),
    0x0E: np.dtype(">f8"),
}
CODES = {dtype.newbyteorder("="): code for code, dtype in TYPES.items()}
MOST_AXES = 64  # NumPy's limit


def header(name, stream):
    """Type and shape that the first bytes promise, and their number."""
    magic = stream.read(4)
    if len(magic) < 4:
        raise ValueError(f"{name}: {len(magic)} bytes, IDX begins with 4")
    zeros, code, axes = magic[:2], magic[2], magic[3]
    if zeros != b"\0\0" or code not in TYPES or not 1 <= axes <= MOST_AXES:
        raise ValueError(f"{name}: not IDX, begins with {magic.hex(' ')}")
    sizes = stream.read(4 * axes)
    if len(sizes) < 4 * axes:
        read, need = 4 + len(sizes), 4 + 4 * axes
        raise ValueError(f"{name}: {read} bytes, the header alone has {need}")
    return TYPES[code], struct.unpack(f">{axes}I", sizes), 4 + 4 * axes


# --8<-- [end:header]


# --8<-- [start:read]
def read_idx(path):
    """The array in an IDX file, gzipped or not; its own memory.

    Raises ValueError for a file that does not begin as IDX does, or
    holds fewer or more bytes than its header says, or is broken gzip.
    """
    path = Path(path)
    with path.open("rb") as raw:
        zipped = raw.peek(2)[:2] == b"\x1f\x8b"
        with gzip.open(raw) if zipped else raw as stream:
            try:
                return _read(path.name, stream)
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                size = path.stat().st_size
                message = f"{path.name}: broken gzip of {size} bytes: {error}"
                raise ValueError(message) from None


def _read(name, stream):
    dtype, shape, start = header(name, stream)
    size = math.prod(shape) * dtype.itemsize
    data = bytearray()  # grows with the file: a header can promise anything
    while chunk := stream.read(min(1 << 20, size - len(data))):
        data += chunk
    found = len(data)
    while chunk := stream.read(1 << 20):
        found += len(chunk)  # too much; counted, not kept
    if found != size:
        sizes = " x ".join(map(str, shape))
        raise ValueError(
            f"{name}: {start} bytes of header and {sizes} {dtype.name} make "
            f"{start + size} bytes, found {start + found}"
        )
    array = np.frombuffer(data, dtype).reshape(shape)
    return array.astype(dtype.newbyteorder("="), copy=False)


# --8<-- [end:read]


# --8<-- [start:write]
def write_idx(path, array):
    """Write an array as IDX, gzipped if path ends in .gz.

    Raises ValueError for types that IDX lacks and arrays without axes.
    """
    path, array = Path(path), np.asarray(array)
    code = CODES.get(array.dtype.newbyteorder("="))
    if code is None or array.ndim == 0 or max(array.shape) >= 1 << 32:
        raise ValueError(f"IDX holds no {array.dtype} of shape {array.shape}")
    stream = io.BytesIO()
    stream.write(
        struct.pack(f">2xBB{array.ndim}I", code, array.ndim, *array.shape)
    )
    stream.write(array.astype(TYPES[code]).tobytes())
    data = stream.getvalue()
    path.write_bytes(
        gzip.compress(data, mtime=0) if path.suffix == ".gz" else data
    )


# --8<-- [end:write]
