"""One pass over the training set."""

# --8<-- [start:train-one-epoch]
from chainrule.training.checks import require_mean, require_samples
from chainrule.training.device import device_of, move


def train_one_epoch(model, loss, optimizer, loader):
    """An update for each batch (x, t); returns the mean of the losses.

    loss(y, t) is a mean over the samples of a batch. The mean returned
    weighs each batch by its samples (a last one may be shorter), and
    each loss is that of the weights at its turn, before its update.
    The model stays in training mode. Raises ValueError for a loader
    without batches and for a loss that says it is no mean.
    """
    require_mean("train_one_epoch", loss)
    device, total, samples = device_of(model), 0.0, 0
    model.train()  # dropout drops, batch norm takes the batch's mean
    for batch in loader:
        x, t = move(batch, device)  # to where the weights are
        optimizer.zero_grad()  # backward adds to what is there
        y = model(x)
        value = loss(y, t)
        value.backward()  # the gradients
        optimizer.step()  # the update
        total += value.item() * len(t)  # a number, without its graph
        samples += len(t)
    require_samples("train_one_epoch", samples)
    return total / samples


# --8<-- [end:train-one-epoch]
