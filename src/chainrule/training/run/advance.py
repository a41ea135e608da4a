"""What an epoch has left."""

# --8<-- [start:advance]
from itertools import islice


def advance(run, update, interrupt, bar, every=None):
    """Train on the batches that are left, until Ctrl-C is asked for.

    An update for each group of run.settings["accumulate"] batches; the
    last may be shorter. A checkpoint after every so many updates.
    """
    accumulate = run.settings["accumulate"]
    done = -(-run.batches // accumulate)  # updates, rounded up
    batches = run.rest()
    while group := [*islice(batches, accumulate)]:
        run.now = None  # under way: no state to go on from
        update(group, run.add)
        done += 1
        if bar.update(len(group)):  # it was drawn
            bar.set_postfix(loss=run.loss, refresh=False)
        if interrupt.asked:
            break
        if every and done % every == 0:
            run.mark()
            run.keep()
    run.mark()


# --8<-- [end:advance]
