"""A training that one would use: seen, validated, stopped and resumed."""

# --8<-- [start:fit]
import inspect

from tqdm import tqdm

from chainrule.training.checks import (
    require_arguments,
    require_mean,
    require_samples,
    require_stopping,
)
from chainrule.training.evaluate import evaluate
from chainrule.training.run import Interrupt, Run, Update, advance, restore


def fit(
    model,
    loss,
    optimizer,
    loader,
    valid=None,
    *,
    epochs,
    metrics=None,
    scheduler=None,
    scheduler_step="epoch",
    early_stopping=None,
    clip_grad_norm=None,
    accumulate=1,
    dtype=None,
    path=None,
    every=None,
    resume=False,
    progress=True,
):
    """Train until so many epochs are complete; return the Run.

    loader and valid give batches (x, t), which are moved to where the
    model is; loss(y, t) and the metrics, a dict of such functions, are
    means over the samples of a batch. After each epoch the model is
    evaluated on valid; the Run has the history and a copy of the best
    weights, the model those of the end, if nothing restores others.

    scheduler         steps after each "epoch" or "update"; one that
                      watches a loss gets val_loss, or else loss
    early_stopping    an EarlyStopping of this model, told each val_loss;
                      in the end, stopped or not, it restores the best
    clip_grad_norm    the longest gradient, all parameters together
    accumulate        batches for one update, weighted by their samples
    dtype             torch.bfloat16 or torch.float16: mixed precision
    path              a checkpoint, written after each epoch, after every
                      so many updates, and on Ctrl-C, which is obeyed
                      when the update is complete (the second at once)
    resume            go on from path, if it is there, bit for bit

    To the bit means: on the same machine and as if never stopped, with
    the same arguments, but for random numbers of persistent workers.
    Validation takes no random numbers from the training.

    Raises ValueError for values of no sense, a loader without batches
    and a checkpoint of another training, FileExistsError if path is
    there and resume is not set, FloatingPointError with epoch and step
    for a loss that is NaN or infinite; on the CPU before its update.
    """
    require_mean("fit", loss)
    require_arguments(
        optimizer,
        clip_grad_norm,
        epochs=epochs,
        accumulate=accumulate,
        every=every,
        scheduler_step=scheduler_step,
        dtype=dtype,
    )
    each = scheduler if scheduler_step == "update" else None
    update = Update(model, loss, optimizer, each, clip_grad_norm, dtype)
    size = len(loader) if hasattr(loader, "__len__") else None
    run = Run(
        {
            "model": model,
            "optimizer": optimizer,
            "scheduler": scheduler,
            "scaler": update.scaler,
            "early_stopping": early_stopping,
        },
        loader,
        path,
        patience=1 if update.device.type == "cpu" else 50,
        accumulate=accumulate,
        batches=size,
    )
    run.open(resume)
    if early_stopping is not None:
        require_stopping(early_stopping, model, valid, run.epoch)
    model.train()
    interrupt = Interrupt()
    try:
        while run.epoch < epochs and not run.stopped:
            with tqdm(
                desc=f"epoch {run.epoch + 1}/{epochs}",
                total=size,
                initial=run.batches,
                disable=None if progress else True,  # None: but for people
            ) as bar:
                with interrupt:
                    advance(run, update, interrupt, bar, every)
                interrupt.obey()
                require_samples("fit", run.samples)
                scores = {}
                if valid is not None:
                    scores = evaluate(model, loss, valid, **(metrics or {}))
                    restore(run.now, loader)  # the training's random numbers
                with interrupt:
                    run.close(scores)
                    if scheduler is not None and each is None:
                        scheduler.step(*watched(scheduler, run.history))
                    run.mark()
                    run.keep()
                bar.set_postfix({n: x[-1] for n, x in run.history.items()})
                interrupt.obey()
    except KeyboardInterrupt:
        run.keep()
        raise
    if early_stopping is not None:
        early_stopping.restore()
    return run


# --8<-- [end:fit]


# --8<-- [start:watched]
def watched(scheduler, history):
    """What a scheduler is told after an epoch: its loss, or nothing."""
    if "metrics" not in inspect.signature(scheduler.step).parameters:
        return []
    return [history.get("val_loss", history["loss"])[-1]]


# --8<-- [end:watched]
