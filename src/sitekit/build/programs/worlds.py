"""Other processors and other seeds, on the machine that is there.

A virtual machine is an environment in which torch, MKL, oneDNN and NumPy leave newer
instructions alone: each rounds otherwise. (OPENBLAS_CORETYPE would, too, but some
machines need it as it is.) Other seeds come from outside: :func:`shift` moves every
seed that a program states, so that its listing stays as it is.

``python -m sitekit.build.programs.worlds program.py [--seed N] [NAME=VALUE …]`` runs a
program with its seeds moved by N and constants of its top level replaced.
"""

import argparse
import ast
import os
import platform
import random
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

MACHINES: dict[str, dict[str, str]] = {
    "avx2": {
        "ATEN_CPU_CAPABILITY": "avx2",
        "MKL_CBWR": "AVX2",
        "NPY_DISABLE_CPU_FEATURES": "X86_V4,AVX512_ICL",
        "ONEDNN_MAX_CPU_ISA": "AVX2",
    },
    "old": {
        "ATEN_CPU_CAPABILITY": "default",
        "MKL_CBWR": "COMPATIBLE",
        "NPY_DISABLE_CPU_FEATURES": "X86_V3,X86_V4,AVX512_ICL",
        "ONEDNN_MAX_CPU_ISA": "SSE41",
    },
    "mixed": {
        "ATEN_CPU_CAPABILITY": "default",
        "MKL_CBWR": "AVX2",
        "NPY_DISABLE_CPU_FEATURES": "AVX512_ICL",
        "ONEDNN_MAX_CPU_ISA": "AVX2",
    },
    "threads": {"OMP_NUM_THREADS": "2"},
}
SEEDS = (1000, 2000, 3000)  # further apart than the seeds of any one program


def machine(name: str) -> dict[str, str]:
    """The environment of a virtual machine; of this one if ``name`` is empty.

    Raises:
        ValueError: there is none of that name, or not on this processor.
    """
    if not name:
        return {}
    if name not in MACHINES:
        raise ValueError(f"no machine {name!r}; there are {', '.join(MACHINES)}")
    if name != "threads" and platform.machine().lower() not in ("x86_64", "amd64"):
        raise ValueError(f"machine {name!r} needs an x86 processor")
    return MACHINES[name]


def environment(name: str = "") -> dict[str, str]:
    """For a program that is run as a reader would, but for the machine."""
    # On arrays this small a second thread only waits.
    threads = {"OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "1")}
    base = {"PYTHONUTF8": "1", "MPLBACKEND": "agg"}
    return {**os.environ, **threads, **base, **machine(name)}


def command(path: Path, seed: int = 0, smaller: Mapping[str, str] = {}) -> list[str]:
    """What runs a program: Python alone, if nothing is moved."""
    if not seed and not smaller:
        return [sys.executable, str(path)]
    constants = [f"{name}={value}" for name, value in smaller.items()]
    ours = [sys.executable, "-m", "sitekit.build.programs.worlds", str(path)]
    return [*ours, *constants, "--seed", str(seed)]


def shift(by: int) -> None:
    """Move every seed given to NumPy, torch, Python or scikit-learn from now on."""
    import numpy as np
    import sklearn.utils
    import torch

    draw, seed_numpy, seed_python = np.random.default_rng, np.random.seed, random.seed
    seed_torch, checked = torch.manual_seed, sklearn.utils.check_random_state

    def moved(seed: Any) -> Any:
        if isinstance(seed, int | np.integer):
            return int(seed) + by
        return [*seed, by] if isinstance(seed, list | tuple) else seed

    class Generator(torch._C.Generator):
        def manual_seed(self, seed: int) -> torch._C.Generator:
            return super().manual_seed(moved(seed))

    replacements: list[tuple[Any, str, Any]] = [
        (np.random, "default_rng", lambda seed=None: draw(moved(seed))),
        (np.random, "seed", lambda seed=None: seed_numpy(moved(seed))),
        (random, "seed", lambda seed=None: seed_python(moved(seed))),
        (torch, "manual_seed", lambda seed: seed_torch(moved(seed))),
        (torch, "Generator", Generator),
        (sklearn.utils, "check_random_state", lambda seed: checked(moved(seed))),
    ]
    for owner, name, value in replacements:
        setattr(owner, name, value)


def replaced(text: str, path: str, constants: Mapping[str, str]) -> ast.Module:
    """A program whose top level gives constants other values.

    Raises:
        ValueError: the program has no such constant.
    """
    tree, left = ast.parse(text, path), dict(constants)
    for at, node in reversed([*enumerate(tree.body)]):
        if not isinstance(node, ast.Assign):
            continue
        names = {
            n.id for t in node.targets for n in ast.walk(t) if isinstance(n, ast.Name)
        }
        for name in names & {*left}:
            # At once behind the first assignment, before anything is made from it.
            new = ast.parse(f"{name} = {left.pop(name)}").body
            tree.body[at + 1 : at + 1] = new
    if left:
        raise ValueError(f"{path} has no constant {', '.join(left)} to replace")
    return tree


def run(program: Path, seed: int = 0, constants: Mapping[str, str] = {}) -> None:
    """Run a program in this process, as ``python program`` would, but moved."""
    if seed:
        shift(seed)
    path = os.fspath(program)
    tree = replaced(program.read_text("utf-8"), path, constants)
    sys.argv = [path]
    sys.path.insert(0, os.fspath(program.parent.resolve()))
    sys.modules["__main__"] = module = ModuleType("__main__")
    module.__file__ = path
    exec(compile(tree, path, "exec"), vars(module))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sitekit.build.programs.worlds")
    parser.add_argument("program", type=Path)
    parser.add_argument("--seed", type=int, default=0, help="added to every seed")
    parser.add_argument("constants", nargs="*", metavar="NAME=VALUE")
    args = parser.parse_args()
    constants = dict(pair.split("=", 1) for pair in args.constants)
    del sys.path[0]  # where this module was called
    run(args.program, args.seed, constants)


if __name__ == "__main__":
    main()
