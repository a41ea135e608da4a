"""Asks the claims of a study in every world: virtual machines, and other seeds."""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from sitekit.build.figures import drawing
from sitekit.build.programs import outputs
from sitekit.build.programs.worlds import MACHINES, SEEDS
from sitekit.page import record
from sitekit.page.claims import fault, load
from sitekit.page.files import write
from sitekit.page.paths import BUILD


def worlds() -> dict[str, dict[str, Any]]:
    """This machine, the virtual ones, and other seeds: what a run needs to know."""
    return (
        {"here": {}}
        | {name: {"machine": name} for name in MACHINES}
        | {f"seeds +{seed}": {"seed": seed} for seed in SEEDS}
    )


def printed(root: Path, study: Path, world: str, key: str) -> str:
    """What a study prints in a world; kept until its key changes."""
    where = worlds()[world]
    file = root / BUILD / "worlds" / study.relative_to(root).with_suffix("")
    file = file / f"{world.replace(' +', '-')}.out"
    key = f"# {key}\n"
    if file.is_file() and (text := file.read_text("utf-8")).startswith(key):
        return text.removeprefix(key)
    text = outputs.run(root, study, **where)
    write(file, key + text)
    return text


def show(root: Path, studies: list[Path]) -> int:
    """Print where each claim fails; return how many do."""
    failed = 0
    for study in studies:
        names = [*worlds()]
        # Made once, and here: Python 3.11 parses wrongly in several threads at once.
        key = drawing.key(root, study, beside=False)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = pool.map(partial(printed, root, study, key=key), names)
            texts = dict(zip(names, tqdm(runs, study.stem, len(names)), strict=True))
        kept = study.with_suffix(".out")
        if kept.is_file() and record.is_of(text := kept.read_text("utf-8"), study):
            texts["record"] = text
        rows = {world: record.Record.parse(text) for world, text in texts.items()}
        for claim in load(study):
            whys = {w: why for w, found in rows.items() if (why := fault(claim, found))}
            failed += bool(whys)
            print(f"{'FAILS' if whys else 'holds'}  {claim.label}: {claim.sentence}")
            for world, why in whys.items():
                print(f"  in {world}: {why.partition(chr(10))[2].strip() or why}")
    return failed
