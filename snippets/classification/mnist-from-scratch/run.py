# kind: numeric
# --8<-- [start:run]
"""Train softmax regression on handwritten digits, with NumPy alone.

    python snippets/classification/mnist-from-scratch/run.py --momentum 0.9

Without options it takes the 1,797 digits that scikit-learn ships. --data mnist
and --data fashion read the files in --root and get them from the net if they
are not there. Ctrl-C keeps the last complete epoch; the same command with
--resume goes on as if nothing had happened.
"""

import csv
import json
import sys
from argparse import ArgumentDefaultsHelpFormatter, ArgumentParser
from pathlib import Path

import numpy as np

from chainrule.data import MNIST, FashionMNIST, Loader, split


def parts(name, root):
    """Training, validation and test set: X (N, d) in [0, 1] and t (N,)."""
    if name == "digits":
        from sklearn.datasets import load_digits

        images, classes = load_digits(return_X_y=True)
        rest, test = split(images, classes, len(images) // 5)
        highest = 16
    else:
        source = {"mnist": MNIST, "fashion": FashionMNIST}[name]
        data = source(root, download=True)
        rest, test, highest = data.train, data.test, 255
    # The validation set is cut from the training set, not from the test set.
    train, validation = split(*rest, len(test[1]))
    return [
        (np.float32(X.reshape(len(X), -1)) / np.float32(highest), t.astype(int))
        for X, t in (train, validation, test)
    ]


def options(words):
    parser = ArgumentParser(
        description=__doc__.split("\n\n")[0],
        formatter_class=ArgumentDefaultsHelpFormatter,
    )
    add = parser.add_argument
    add("--data", choices=["digits", "mnist", "fashion"], default="digits")
    add("--root", help="folder of the IDX files", default="build/data/<data>")
    add("--momentum", type=float, default=0.0, help="0 is plain SGD")
    add("--lr", type=float, default=0.1)
    add("--batch-size", type=int, default=100)
    add("--epochs", type=int, default=20)
    add("--seed", type=int, default=0, help="of the order of the samples")
    add("--out", type=Path, default=Path("build/runs/mnist"))
    add("--resume", action="store_true", help="go on from the last checkpoint")
    chosen = parser.parse_args(words)
    chosen.root = chosen.root.replace("<data>", chosen.data)
    return chosen


from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import (
    Trainer,
    accuracy,
    load,
    plot_loss_and_acc,
    save,
)


def make(train, validation, lr, momentum, batch_size, seed):
    """A trainer for these data, at epoch 0."""
    X, t = train
    model = SoftmaxClassifier(X.shape[1], int(t.max()) + 1)
    optimizer = MomentumSGD(model.params, lr, momentum)
    loader = Loader(X, t, batch_size, seed)
    return Trainer(
        model,
        CrossEntropyLoss(),
        optimizer,
        loader,
        validation,
        accuracy=accuracy,
    )


def report(trainer, test, settings, out):
    """Curves as a picture, history as CSV, everything as JSON."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    history = trainer.history
    with (out / "history.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["epoch", *history])
        for epoch, row in enumerate(zip(*history.values(), strict=True), 1):
            writer.writerow([epoch, *row])
    loss, right = trainer.test(*test)
    result = settings | {"test_loss": loss, "test_accuracy": right}
    result |= {"seconds": sum(history["seconds"]), "history": history}
    (out / "result.json").write_text(
        json.dumps(result, indent=1) + "\n", "utf-8"
    )
    figure, axes = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    plot_loss_and_acc({settings["data"]: history}, axes)
    for kind in ("png", "svg"):
        figure.savefig(out / f"curves.{kind}")
    plt.close(figure)
    last = {name: values[-1] for name, values in history.items()}
    print(f"{'':10}  loss  accuracy")
    print(f"training  {last['loss']:6.3f}    {last['accuracy']:6.1%}")
    print(f"validation{last['val_loss']:6.3f}    {last['val_accuracy']:6.1%}")
    print(f"test      {loss:6.3f}    {right:6.1%}")


def main(words=None):
    from tqdm import tqdm

    chosen = options(words)
    names = ("data", "lr", "momentum", "batch_size", "seed")
    settings = {name: getattr(chosen, name) for name in names}
    checkpoint = chosen.out / "checkpoint.npz"
    try:
        train, validation, test = parts(chosen.data, chosen.root)
        rest = {name: settings[name] for name in names[1:]}
        trainer = make(train, validation, **rest)
        chosen.out.mkdir(parents=True, exist_ok=True)
        if chosen.resume and checkpoint.is_file():
            load(trainer, checkpoint, settings)
    except (OSError, ValueError) as error:
        hint = (
            "\n--data digits needs no files." if chosen.data != "digits" else ""
        )
        print(f"run.py: {error}{hint}", file=sys.stderr)
        return 1

    def bar(batches):
        epoch = f"epoch {trainer.epoch + 1}/{chosen.epochs}"
        return tqdm(batches, epoch, leave=False, unit="batch", disable=None)

    try:
        trainer.train(
            chosen.epochs, bar, lambda s: save(s, checkpoint, settings)
        )
    except KeyboardInterrupt:
        print(
            f"stopped; {trainer.epoch} epochs kept in {chosen.out}",
            file=sys.stderr,
        )
        return 130
    report(trainer, test, settings, chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
# --8<-- [end:run]
