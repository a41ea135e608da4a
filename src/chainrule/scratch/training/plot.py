"""Curves of training."""


# --8<-- [start:plot]
def plot_loss_and_acc(runs, axes, labels=("epoch", "loss", "accuracy")):
    """Draw loss and accuracy of several runs into two axes of matplotlib.

    runs are names and histories of Trainer. Training is solid, validation
    dashed, both of a run in one colour. The axes come from the caller,
    so that nothing here needs matplotlib. Raises ValueError for no runs
    and for runs without an epoch.
    """
    if not runs or not all(history["loss"] for history in runs.values()):
        raise ValueError("nothing to draw: no run, or a run without an epoch")
    for k, (name, history) in enumerate(runs.items()):
        epochs = range(1, len(history["loss"]) + 1)
        for axis, what in zip(axes, ("loss", "accuracy"), strict=True):
            color = f"C{k}"
            axis.plot(epochs, history[what], "-", color=color, label=name)
            if f"val_{what}" in history:
                axis.plot(epochs, history[f"val_{what}"], "--", color=color)
    for axis, label in zip(axes, labels[1:], strict=True):
        axis.set(xlabel=labels[0], ylabel=label)
    axes[0].legend()


# --8<-- [end:plot]
