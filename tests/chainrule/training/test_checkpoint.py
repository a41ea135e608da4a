import pytest
import torch
from helpers import trainings

from chainrule.training import evaluating, load, save

UNIT = "save-and-load-model"


def test_a_new_model_is_the_saved_one(tmp_path, agree):
    made = trainings.plain(0)
    made["model"][1].momentum = None
    trainings.by_hand(loss=torch.nn.functional.mse_loss, **made)
    save(made["model"].state_dict(), tmp_path / "a.pt")
    other = trainings.network()
    other.load_state_dict(load(tmp_path / "a.pt"))
    x = torch.linspace(-1, 1, 8, dtype=torch.float64).view(2, 4)
    with evaluating(other), evaluating(made["model"]):
        agree(UNIT, other(x), made["model"](x), 0, against="the model that was saved")
    assert trainings.same(other.state_dict(), made["model"].state_dict())


def test_is_torch_s_file(tmp_path):
    state = trainings.network().state_dict()
    save(state, tmp_path / "a.pt")
    torch.save(state, tmp_path / "b.pt")
    theirs = torch.load(tmp_path / "a.pt", weights_only=True)
    assert trainings.same(theirs, state)
    assert trainings.same(load(tmp_path / "b.pt"), state)


def test_goes_to_the_device_asked_for(tmp_path):
    save({"w": torch.ones(2)}, tmp_path / "a.pt")
    assert load(tmp_path / "a.pt")["w"].device.type == "cpu"
    assert load(tmp_path / "a.pt", "meta")["w"].device.type == "meta"


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU")
def test_from_a_gpu_to_the_cpu(tmp_path):
    save({"w": torch.ones(2, device="cuda")}, tmp_path / "a.pt")
    assert load(tmp_path / "a.pt")["w"].device.type == "cpu"
    assert load(tmp_path / "a.pt", "cuda")["w"].device.type == "cuda"


def test_the_old_file_is_there_until_the_new_one_is(tmp_path, monkeypatch):
    path = tmp_path / "a.pt"
    save({"w": torch.ones(2)}, path)
    before = path.read_bytes()

    def half(state, file):
        file.write(before[: len(before) // 2])
        raise KeyboardInterrupt

    monkeypatch.setattr(torch, "save", half)
    with pytest.raises(KeyboardInterrupt):
        save({"w": torch.zeros(2)}, path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.pt"]


RAN: list[str] = []


class Evil:
    def __reduce__(self):
        return RAN.append, ("code",)


def test_what_is_no_checkpoint_is_refused(tmp_path):
    save({"w": torch.ones(200)}, tmp_path / "a.pt")
    whole = (tmp_path / "a.pt").read_bytes()
    torch.save({"w": Evil()}, tmp_path / "evil.pt")
    for name, content in (
        ("empty", b""),
        ("text", b"id,prediction\n"),
        ("half", whole[: len(whole) // 2]),
        ("tail", whole[100:]),
    ):
        (tmp_path / name).write_bytes(content)
    for name in ("empty", "text", "half", "tail", "evil.pt"):
        with pytest.raises(ValueError, match=f"{name} is no checkpoint"):
            load(tmp_path / name)
    assert RAN == []
    with pytest.raises(FileNotFoundError, match=r"none\.pt"):
        load(tmp_path / "none.pt")
