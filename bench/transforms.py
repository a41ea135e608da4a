"""Time of each transform beside torchvision's, on one photograph and one batch.

    python bench/transforms.py        (under a minute)

float32 on one thread: an image (3, 375, 500), the usual size in ImageNet, and for MixUp
and CutMix a batch (64, 3, 64, 64) with 10 classes. Both draw from the same seeds and
take turns in each round, which calls each of them several times; times are medians over
the rounds, of the processor. "ratio" is our time divided by torchvision's. Views, which
neither of the two copies, are copied by both.
"""

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch reads it

sys.path.append(str(Path(__file__).parents[1] / "tests"))  # for its `helpers`

import torch
from helpers.vision import imported
from turns import processor, seconds

from chainrule.data import transforms as ours

RESULT = Path(__file__).parent / "results" / "transforms.json"
ROUNDS, WARM, CALLS = 31, 3, 8
MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
TASKS = {
    "RandomHorizontalFlip": (),
    "RandomResizedCrop": (224,),
    "ColorJitter": (0.4, 0.4, 0.4),
    "ColorJitter, hue": (0.4, 0.4, 0.4, 0.1),
    "RandomRotation": (15,),
    "RandomRotation, bilinear": (15,),
    "RandomErasing": (),
    "Normalize": (MEAN, STD),
    "Resize": (256,),
    "CenterCrop": (224,),
    "FiveCrop": (224,),
    "TenCrop": (224,),
    "MixUp": (),
    "CutMix": (),
}


def repeated(transform, inputs):
    """A task of CALLS calls from the seeds of its round."""
    rounds = iter(range(WARM + ROUNDS))

    def task():
        torch.manual_seed(next(rounds))
        for _ in range(CALLS):
            found = transform(*inputs)
            for part in found if isinstance(found, tuple) else (found,):
                part.contiguous()

    return task


def rows():
    theirs = imported()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    image = torch.rand(3, 375, 500)
    batch = torch.rand(64, 3, 64, 64), torch.randint(10, (64,))
    bilinear = {ours: "bilinear", theirs: theirs.InterpolationMode.BILINEAR}
    for what, args in TASKS.items():
        name, _, how = what.partition(", ")
        mixes = name in ("MixUp", "CutMix")
        keywords = {"num_classes": 10} if mixes else {}
        inputs = batch if mixes else (image,)
        tasks = {}
        for who, module in (("ours", ours), ("torchvision", theirs)):
            if how == "bilinear":
                keywords = {"interpolation": bilinear[module]}
            tasks[who] = repeated(getattr(module, name)(*args, **keywords), inputs)
        times = seconds(tasks, ROUNDS, WARM)
        ms = {who: 1e3 * median(each) / CALLS for who, each in times.items()}
        yield {"what": what, "ms": ms, "ratio": ms["ours"] / ms["torchvision"]}


def main():
    result = {
        "rows": [*rows()],
        "machine": {
            "processor": processor(),
            "threads": 1,
            "torch": torch.__version__,
            "torchvision": version("torchvision"),
            "rounds": ROUNDS,
        },
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    for row in result["rows"]:
        each = "".join(f"{who:>13}{ms:7.3f}" for who, ms in row["ms"].items())
        print(f"{row['what']:26}{row['ratio']:6.2f} of its time; ms{each}")


if __name__ == "__main__":
    main()
