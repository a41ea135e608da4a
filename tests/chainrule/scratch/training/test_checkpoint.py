import numpy as np
import pytest

from chainrule.scratch.training import load, save


def state(trainer):
    """All of it, the clock left out."""
    history = {k: v for k, v in trainer.history.items() if k != "seconds"}
    arrays = [*trainer.model.params, *trainer.optimizer.moves]
    return [a.tobytes() for a in arrays], history, trainer.loader.state()


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("stop", [0, 1, 3])
def test_goes_on_bit_for_bit(agree, make, tmp_path, stop, momentum):
    through, first, second = (make(momentum=momentum, seed=s) for s in (0, 0, 7))
    through.train(5)
    first.train(stop)
    save(first, tmp_path / "x.npz")
    load(second, tmp_path / "x.npz")
    assert second.epoch == stop
    second.train(5)
    assert state(second) == state(through)
    ends = (np.concatenate([*map(np.ravel, s.model.params)]) for s in (second, through))
    agree("mnist-solver", *ends, 0, against="a training without a stop")
    assert second.history["seconds"][:stop] == first.history["seconds"]


def test_the_loaded_arrays_are_the_ones_in_use(make, tmp_path):
    first, second = make(), make()
    first.train(2)
    save(first, tmp_path / "x.npz")
    W = second.model.weight
    load(second, tmp_path / "x.npz")
    assert second.optimizer.params[0] is W is second.model.weight


def test_stopping_while_it_writes_keeps_the_old_one(make, tmp_path, monkeypatch):
    trainer, path = make(), tmp_path / "x.npz"
    trainer.train(1)
    save(trainer, path)
    before = path.read_bytes()

    def stop(file, *arrays, **named):
        file.write(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(np, "savez", stop)
    with pytest.raises(KeyboardInterrupt):
        save(trainer, path)
    assert path.read_bytes() == before


def test_refuses_other_settings(make, tmp_path):
    trainer, path = make(), tmp_path / "x.npz"
    save(trainer, path, {"lr": 0.1, "data": "digits"})
    load(trainer, path, {"data": "digits", "lr": 0.1})
    with pytest.raises(ValueError, match=r"is of .*0\.1.*, not .*0\.2"):
        load(trainer, path, {"data": "digits", "lr": 0.2})


def test_refuses_another_model_and_changes_nothing(make, tmp_path):
    path = tmp_path / "x.npz"
    first, other = make(), make(dtype="f8")
    first.train(1)
    save(first, path)
    before = state(other)
    with pytest.raises(ValueError, match=r"float32.* not .*float64"):
        load(other, path)
    assert state(other) == before


def test_refuses_what_is_no_checkpoint(make, tmp_path):
    path = tmp_path / "x.npz"
    save(make(), path)
    whole = path.read_bytes()
    for data in (b"", b"hello", whole[:100], whole[:-30]):
        path.write_bytes(data)
        with pytest.raises(ValueError, match="is no checkpoint"):
            load(make(), path)
    with path.open("wb") as file:
        np.save(file, np.zeros(2))
    with pytest.raises(ValueError, match="is no checkpoint"):
        load(make(), path)
    np.savez(path, arr_0=np.zeros(2))
    with pytest.raises(ValueError, match="is no checkpoint"):
        load(make(), path)
    np.savez(path, rest=np.array([{}], object))  # would run code when unpickled
    with pytest.raises(ValueError, match="is no checkpoint"):
        load(make(), path)
