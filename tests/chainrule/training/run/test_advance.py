import torch
from helpers import trainings
from tqdm import tqdm

from chainrule.training.run import Interrupt, Run, Update, advance

UNIT = "training-loop"


def parts(accumulate, loader=None):
    made = trainings.plain(0)
    loader = made["loader"] if loader is None else loader
    run = Run(
        {"model": made["model"], "optimizer": made["optimizer"]},
        loader,
        accumulate=accumulate,
    )
    loss = torch.nn.functional.mse_loss
    return run, Update(made["model"], loss, made["optimizer"])


def bar():
    return tqdm(disable=True)


def test_without_groups_it_is_the_loop_by_hand(agree):
    run, update = parts(1)
    advance(run, update, Interrupt(), bar())
    hand = trainings.plain(0)
    losses = trainings.by_hand(loss=torch.nn.functional.mse_loss, **hand)
    oracle = sum(value * n for value, n in losses) / 23
    agree(UNIT, run.loss, oracle, 1e-14, against="the loop by hand")
    ends = [m.state_dict() for m in (run.parts["model"], hand["model"])]
    assert trainings.same(*ends)


def test_groups_are_whole_but_for_the_last():
    for accumulate, sizes in ((1, [1] * 5), (2, [2, 2, 1]), (3, [3, 2]), (9, [5])):
        run, update = parts(accumulate)
        seen, marks = [], []

        def noted(group, add, update=update, seen=seen, run=run):
            assert run.now is None  # an update under way is no state to keep
            seen.append(len(group))
            update(group, add)

        run.keep = lambda run=run, marks=marks: marks.append(run.batches)
        advance(run, noted, Interrupt(), bar(), every=2)
        assert seen == sizes
        assert run.batches == 5
        ends = [min(5, accumulate * (k + 1)) for k in range(len(sizes))]
        assert marks == ends[1::2]
        assert run.now is not None


def test_stops_after_the_update_in_which_it_is_asked():
    run, update = parts(2)
    interrupt = Interrupt()

    def asked(group, add):
        update(group, add)
        interrupt.asked = True

    advance(run, asked, interrupt, bar())
    assert run.batches == 2
    interrupt.asked, marks = False, []
    run.keep = lambda: marks.append(run.batches)
    advance(run, update, interrupt, bar(), every=2)
    assert marks == [4]  # the second update, as if never stopped
    assert (run.batches, run.samples) == (5, 23)


def test_reads_no_further_than_the_group():
    """A loader may be endless, or slow."""
    run, update = parts(2)
    read = []

    def batches():
        for k in range(10):
            read.append(k)
            yield torch.zeros(3, 4).double(), torch.zeros(3, 1).double()

    run.loader, interrupt = batches(), Interrupt()
    interrupt.asked = True
    advance(run, update, interrupt, bar())
    assert read == [0, 1]
