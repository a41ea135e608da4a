"""The Transformer that reads dates, trained from several seeds.

    python bench/dates.py        (two minutes for each of ten seeds)

The program of the chapter on decoding, as it stands and on one thread: 8 epochs of
20,000 pairs in batches of 100. Recorded are, for each seed, the loss of each epoch, the
share of held-out days that is written without a fault in each notation, by greedy
decoding and by a beam of four, minutes of processor time, and what the last
cross-attention of the first seed looks at.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from tqdm import tqdm
from turns import processor

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "snippets/sequences/decoding-and-seq2seq/dates.py"
RESULT = ROOT / "bench/results/dates.json"
SEEDS = 10


def trained(seed):
    """What the program tells of one seed, and its minutes."""

    def used():
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        return spent.ru_utime + spent.ru_stime

    with tempfile.TemporaryDirectory() as folder:
        before = used()
        command = [sys.executable, PROGRAM, "--seed", str(seed), "--out", folder]
        threads = {"OMP_NUM_THREADS": "1"}
        subprocess.run(
            command, check=True, env=os.environ | threads, stdout=subprocess.DEVNULL
        )
        told = json.loads(Path(folder, "result.json").read_text("utf-8"))
    return told | {"minutes": (used() - before) / 60}


def main():
    runs = [trained(seed) for seed in tqdm(range(SEEDS), "seeds")]
    pictures = [run.pop("pictures") for run in runs]
    result = {
        "machine": {"processor": processor(), "PyTorch": torch.__version__},
        "runs": runs,
        "pictures": pictures[0],
    }
    text = json.dumps(result, indent=1, ensure_ascii=False)
    RESULT.write_text(text + "\n", "utf-8")
    for run in runs:
        print(
            f"seed {run['seed']}: {run['minutes']:.1f} min, loss {run['loss'][-1]:.3f}"
        )


if __name__ == "__main__":
    main()
