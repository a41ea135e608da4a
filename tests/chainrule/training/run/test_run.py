import math
from itertools import islice

import pytest
import torch
from helpers import trainings

from chainrule.training.run import Run
from chainrule.training.run.run import copies

UNIT = "training-loop"


def run(loader=None, **given):
    made = trainings.plain(0)
    given = {"accumulate": 1, "batches": 5, **given}
    loader = made["loader"] if loader is None else loader
    return Run({"model": made["model"], "optimizer": None}, loader, **given)


def test_the_loss_is_weighted_by_samples(agree):
    for patience in (1, 2, 50):
        place = run(patience=patience)
        assert math.isnan(place.loss)
        for value, n in ((1.0, 5), (2.5, 5), (4.0, 3)):
            place.add(torch.tensor(value, requires_grad=True), n)
        assert not any(loss.requires_grad for loss, _ in place.unread)
        place.mark()
        assert (place.batches, place.samples) == (3, 13)
        agree(UNIT, place.loss, (5 + 12.5 + 12) / 13, 1e-15, against="weighted mean")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_loss_that_is_not_finite_is_placed(value):
    """On a GPU it is found late, and still named rightly."""

    def losses(place):
        for k in range(6):
            place.add(torch.tensor(value if k == 4 else 1.0), 5)
        place.mark()

    for patience in (1, 3, 50):
        place = run(patience=patience, accumulate=2)
        place.epoch = 4
        with pytest.raises(FloatingPointError, match=f"{value} in epoch 5, step 3$"):
            losses(place)
        assert place.batches == 4


@pytest.mark.parametrize("kind", trainings.KINDS)
def test_what_is_left_is_what_would_have_come(kind):
    def begun():
        made = trainings.arguments(kind)
        return run(made["loader"])

    def followed(batches):
        """Batches, after each of which dropout draws, as it were."""
        return [(batch, torch.rand(3)) for batch in batches]

    whole = followed(begun().rest())
    for done in range(1, len(whole)):
        place = begun()
        batches = place.rest()
        followed(islice(batches, done))
        place.batches = done
        place.mark()
        trainings.seed(6)
        assert trainings.same(followed(place.rest()), whole[done:])


def test_a_loader_that_became_shorter_is_refused():
    place = run([(torch.zeros(1), torch.zeros(1))] * 3)
    place.batches = 4
    with pytest.raises(ValueError, match="fit: the loader ends after 3 batches"):
        place.rest()


def test_the_best_epoch_is_kept_as_a_copy():
    """Mistake 9: a state dict is a view of what training goes on changing."""
    place = run()
    weight = place.parts["model"][0].weight
    for k, val in enumerate([3.0, 2.0, math.nan, 2.0, 2.5]):
        place.add(torch.tensor(1.0), 5)
        with torch.no_grad():
            weight.fill_(float(k))
        place.close({"loss": val, "accuracy": 0.5})
    assert (place.best_epoch, place.epoch, place.batches) == (2, 5, 0)
    assert place.best["0.weight"].unique().tolist() == [1.0]
    assert place.history["loss"] == [1.0] * 5
    assert place.history["val_accuracy"] == [0.5] * 5
    assert [*place.history] == ["loss", "val_loss", "val_accuracy"]


def test_without_validation_nothing_is_best():
    place = run()
    place.add(torch.tensor(1.0), 5)
    place.close({})
    assert place.best is None
    assert place.history == {"loss": [1.0]}


def test_copies_are_copies():
    state = {"w": torch.ones(2), "extra": {"list": [1]}}
    found = copies(state)
    state["w"].zero_()
    state["extra"]["list"].append(2)
    assert found["w"].tolist() == [1, 1]
    assert found["extra"] == {"list": [1]}


def test_nothing_is_kept_in_the_middle_of_an_update(tmp_path):
    place = run(path=tmp_path / "a.pt")
    place.now = None
    place.keep()
    assert not (tmp_path / "a.pt").exists()
    place.mark()
    place.keep()
    with pytest.raises(FileExistsError, match=r"a\.pt is there: resume=True goes on"):
        run(path=tmp_path / "a.pt").open(resume=False)
    run(path=tmp_path / "a.pt").open(resume=True)
    run(path=tmp_path / "b.pt").open(resume=False)


def test_a_checkpoint_of_other_settings_or_parts_is_refused(tmp_path):
    state = run().state_dict()
    with pytest.raises(ValueError, match=r"is of .*'accumulate': 1.*not .*: 2"):
        run(accumulate=2).load_state_dict(state)
    other = Run({"weights": None}, None, accumulate=1, batches=5)
    with pytest.raises(ValueError, match=r"the checkpoint is of \['model'\], not \[\]"):
        other.load_state_dict(state)
