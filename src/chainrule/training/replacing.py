"""Files that are there as a whole or not at all."""

# --8<-- [start:replacing]
import os
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path, mode="wb", **options):
    """A file to write, which takes the place of path in one step.

    Until the block has ended, path is what it was, also if the process
    is killed or the power fails. After an error nothing is left over.
    Folders that are missing are made.
    """
    path = Path(path).resolve()  # a link goes on leading there
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open(mode, **options) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # on the disk before it gets its name
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    if os.name == "posix":  # the name, too
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


# --8<-- [end:replacing]
