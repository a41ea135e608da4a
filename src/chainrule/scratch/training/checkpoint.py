"""All that a trainer has, in one file."""

# --8<-- [start:checkpoint]
import json
from pathlib import Path
from zipfile import BadZipFile

import numpy as np


def save(trainer, path, settings=None):
    """Write what is needed to go on bit for bit, in one step.

    Whoever stops the program finds the old file or the new one, whole.
    settings is anything that JSON can hold.
    """
    rest = {
        "settings": settings,
        "order": trainer.loader.state(),
        "history": trainer.history,
    }
    path = Path(path)
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        np.savez(file, *_arrays(trainer), rest=json.dumps(rest))
    part.replace(path)


def load(trainer, path, settings=None):
    """Let a trainer that is made like that one go on from there.

    Raises ValueError, and changes nothing, for a file that is no
    checkpoint, other settings, and arrays of another shape or dtype.
    """
    path, own = Path(path), _arrays(trainer)
    try:
        with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
            rest = json.loads(str(file["rest"]))
            arrays = [file[f"arr_{k}"] for k in range(len(file.files) - 1)]
    except (BadZipFile, EOFError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path} is no checkpoint: {error}") from None
    if rest["settings"] != settings:
        raise ValueError(f"{path} is of {rest['settings']}, not {settings}")
    was, now = ([f"{a.dtype} {a.shape}" for a in x] for x in (arrays, own))
    if was != now:
        raise ValueError(f"{path} holds {was}, not {now}")
    for old, new in zip(own, arrays, strict=True):
        old[...] = new
    trainer.loader.restore(rest["order"])
    trainer.history = rest["history"]


def _arrays(trainer):
    model = trainer.model
    averages = model.buffers() if hasattr(model, "buffers") else []
    return [*model.params, *averages, *trainer.optimizer.moves]


# --8<-- [end:checkpoint]
