"""Files from the net: several mirrors, one checksum, a cache on disk."""

# --8<-- [start:transfer]
import contextlib
import hashlib
import http.client
import os
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

SLOWEST = 1000  # bytes a second; below that, the next mirror
CHUNK = 1 << 16


@dataclass(frozen=True)
class Remote:
    """What is known of a file before it is here."""

    name: str
    size: int  # bytes
    sha256: str

    def fault(self, path):
        """Why the file at path is not this one; None if it is."""
        size = path.stat().st_size
        if size != self.size:
            return f"{size} bytes instead of {self.size}"
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        return None if found == self.sha256 else f"its SHA-256 is {found}"


class Broken(Exception):
    """The transfer ended before the file did."""


def transfer(url, file, size, timeout, bar):
    """Append to file what it still lacks; raises Broken or OSError."""
    start = file.tell()
    headers = {"Range": f"bytes={start}-"} if start else {}
    request = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(request, timeout=timeout) as answer:
        if answer.status != 206:  # not the rest, but all of it again
            file.seek(0)
            file.truncate()
            bar.reset(size)
        mark, since = file.tell(), time.monotonic()
        try:
            while chunk := answer.read1(CHUNK):
                file.write(chunk)
                bar.update(len(chunk))
                if file.tell() > size:
                    raise OSError(f"more than {size} bytes")
                if (now := time.monotonic()) - since > timeout:
                    if file.tell() - mark < SLOWEST * (now - since):
                        raise OSError(f"below {SLOWEST} bytes a second")
                    mark, since = file.tell(), now
        except (http.client.IncompleteRead, ConnectionError) as error:
            raise Broken(str(error)) from None
    if file.tell() < size:
        raise Broken(f"{file.tell()} of {size} bytes")


# --8<-- [end:transfer]


# --8<-- [start:fetch]
def fetch(remote, mirrors, folder, timeout=20.0, tries=5, quiet=False):
    """Path of the file in folder, downloaded unless it is there already.

    Each mirror is an address that remote.name is put behind; the first
    one that has the right bytes wins. A broken transfer goes on where it
    stopped, tries times in all. Nothing but a whole, verified file ever
    gets its name, also when several processes fetch it at once. Raises
    ConnectionError that names each mirror's fault.
    """
    folder = Path(folder)
    path, faults = folder / remote.name, []
    if path.is_file() and remote.fault(path) is None:
        return path
    folder.mkdir(parents=True, exist_ok=True)
    for mirror in mirrors:
        handle, name = tempfile.mkstemp(prefix=f".{remote.name}.", dir=folder)
        part = Path(name)
        try:
            with os.fdopen(handle, "w+b") as file:
                _persist(
                    mirror + remote.name, file, remote, timeout, tries, quiet
                )
            if (fault := remote.fault(part)) is None:
                part.chmod(0o644)  # mkstemp's are for their owner alone
                _put(part, path, remote)
                return path
        except (Broken, OSError, http.client.HTTPException) as error:
            fault = str(error) or type(error).__name__
        finally:
            with contextlib.suppress(FileNotFoundError):
                part.unlink()
        faults.append(f"\n  {mirror}: {fault}")
    raise ConnectionError(
        f"no mirror gave {remote.name}:{''.join(faults)}\n"
        f"Offline? Put the file ({remote.size} bytes, SHA-256 {remote.sha256}) "
        f"into {folder} yourself."
    )


def _persist(url, file, remote, timeout, tries, quiet):
    """Transfer, and again where it broke."""
    hide = True if quiet else None  # None: no bar where nobody looks
    with tqdm(
        desc=remote.name,
        total=remote.size,
        unit="B",
        unit_scale=True,
        disable=hide,
    ) as bar:
        for left in reversed(range(tries)):
            try:
                return transfer(url, file, remote.size, timeout, bar)
            except Broken:
                if not left:
                    raise


def _put(part, path, remote):
    """Give the file its name, in one step."""
    try:
        part.replace(path)
    except PermissionError:  # Windows: another process is reading its own copy
        if not path.is_file() or remote.fault(path):
            raise


# --8<-- [end:fetch]
