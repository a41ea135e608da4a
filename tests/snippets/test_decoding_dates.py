"""The Transformer that reads dates: its parts, a stop, two processes, the record."""

import json
import os
import signal
import subprocess
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.distributed as dist
from helpers.programs import Programs
from helpers.weekly import weekly

from chainrule.generation import PrefixDecoder, greedy
from chainrule.text import (
    NEW_NOTATIONS,
    NOTATIONS,
    CharTokenizer,
    draw_dates,
    split_days,
)
from chainrule.training import load

ROOT = Path(__file__).parents[2]
PAGE = Programs("sequences/decoding-and-seq2seq")
UNIT = "speech-recognition-and-translation"
PAIRS = [("5 May 2021", "2021-05-05"), ("六月", "2021-06"), ("7", "7")]
SMALL = ["--epochs", "3", "--pairs", "64", "--batch", "16", "--days", "2", "--double"]


@pytest.fixture
def program():
    return PAGE.above("dates", before="if __name__")


@pytest.fixture(autouse=True)
def one_thread():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def model(program):
    """An untrained one in float64, with its tokenizer."""
    tokenizer = CharTokenizer([text for pair in PAIRS for text in pair])
    torch.manual_seed(0)
    model = program["Reader"](len(tokenizer), **program["SIZES"]).double()
    with torch.no_grad():
        for parameter in model.parameters():  # or all texts are answered alike
            parameter.mul_(4)
    return model, tokenizer


# -- batches ----------------------------------------------------------------------


def test_what_is_written_so_far_is_one_behind_what_comes_next(model, program):
    _, tokenizer = model
    (src, tgt), t = program["Share"](tokenizer)(PAIRS)
    assert src.shape == (3, 12)
    assert tgt.shape == t.shape == (3, 11)
    for n, (text, iso) in enumerate(PAIRS):
        assert src[n, : len(text) + 2].tolist() == tokenizer.encode(text)
        assert not src[n, len(text) + 2 :].any()
        assert [tokenizer.begin, *t[n].tolist()][: len(iso) + 2] == tokenizer.encode(
            iso
        )
        assert tgt[n, 0] == tokenizer.begin
        assert torch.equal(tgt[n, 1 : len(iso) + 1], t[n, : len(iso)])
        assert t[n, len(iso)] == tokenizer.end
        assert not t[n, len(iso) + 1 :].any()


@pytest.mark.parametrize("size", [1, 2, 3])
def test_shares_are_the_whole(model, program, size):
    _, tokenizer = model
    pairs = PAIRS * 2
    parts = [program["Share"](tokenizer, rank, size)(pairs) for rank in range(size)]
    said = [tokenizer.decode(row) for (src, _), _ in parts for row in src.tolist()]
    assert sorted(said) == sorted(text for text, _ in pairs)
    assert {len(t) for _, t in parts} == {6 // size}


# -- the loss ---------------------------------------------------------------------


def logits(seed, lengths, longest, classes=7):
    """Logits (N, T, V) and targets, padded with 0."""
    generator = torch.Generator().manual_seed(seed)
    shape = len(lengths), longest
    y = torch.randn(*shape, classes, generator=generator, dtype=torch.float64)
    t = torch.randint(1, classes, shape, generator=generator)
    for row, length in zip(t, lengths, strict=True):
        row[length:] = 0
    return y.requires_grad_(), t


def torch_loss(y, t):
    options = {"ignore_index": 0, "label_smoothing": 0.1}
    return torch.nn.functional.cross_entropy(y.transpose(1, 2), t, **options)


def test_loss_of_one_process_is_torchs(program, agree):
    (y, t), loss = logits(0, [4, 1, 3], 4), program["TokenLoss"](0.1)
    ours, oracle = loss(y, t), torch_loss(y, t)
    against = "torch.nn.functional.cross_entropy"
    agree("autoregressive-decoder", ours, oracle, 1e-12, against=against)
    grads = [torch.autograd.grad(x, y)[0] for x in (ours, oracle)]
    agree("autoregressive-decoder", *grads, 1e-12, against=against)


def test_loss_of_two_processes_weighs_by_tokens(program, monkeypatch):
    """One has 11 tokens, the other 2: the mean of their means is another number."""
    sides = [logits(0, [5, 6], 6), logits(1, [1, 1], 6)]
    y = torch.cat([y for y, _ in sides]).detach().requires_grad_()
    joint = torch_loss(y, torch.cat([t for _, t in sides]))
    (oracle,) = torch.autograd.grad(joint, y)
    loss, sums = program["TokenLoss"](0.1), []
    for y, t in sides:
        total = torch_loss(y, t) * (t != 0).sum()
        sums.append(torch.stack([total.detach(), (t != 0).sum().double()]))
    grads = []
    monkeypatch.setattr(dist, "is_initialized", lambda: True)
    monkeypatch.setattr(dist, "get_world_size", lambda: 2)
    for rank, (y, t) in enumerate(sides):

        def add_the_others(both, rank=rank):
            torch.testing.assert_close(both, sums[rank], rtol=1e-12, atol=0)
            both += sums[1 - rank]

        monkeypatch.setattr(dist, "all_reduce", add_the_others)
        value = loss(y, t)
        torch.testing.assert_close(value, joint, rtol=1e-12, atol=0)
        grads += torch.autograd.grad(value, y)
    # each has the gradient of its own logits; DDP halves the sum of both
    torch.testing.assert_close(torch.cat(grads) / 2, oracle, rtol=1e-12, atol=1e-16)
    means = [torch_loss(y, t) for y, t in sides]
    assert abs(sum(means) / 2 - joint) > 0.05


# -- reading ----------------------------------------------------------------------


def test_reading_with_the_cache_is_recomputing(model, program):
    model, tokenizer = model
    texts = [text for text, _ in PAIRS]
    src = program["padded"](map(tokenizer.encode, texts))
    model.eval()

    def written(begin):
        decoder = PrefixDecoder(lambda tgt: model((src, tgt))[:, -1:])
        ends = {"end": tokenizer.end, "max_length": 12, "batch_size": 3}
        return [*map(tokenizer.decode, greedy(decoder, begin, **ends).tolist())]

    oracle = written(tokenizer.begin)
    assert len({*oracle}) > 1
    assert oracle != written(tokenizer.end)  # so that the begin is seen
    assert program["read"](model.train(), tokenizer, texts) == oracle
    assert model.training


def test_exact_counts_what_is_written_without_a_fault(program):
    """A reader that errs in every second day, and in all of one notation."""
    iso = {}
    _, test = split_days(2000, np.random.default_rng(0))
    for name, written in (NOTATIONS | NEW_NOTATIONS).items():
        for day in test:
            if not (name.startswith("民国") and day.year < 1912):
                iso[written(day)] = "?" if name == "20210305" else day.isoformat()

    def read(model, tokenizer, texts, beams):
        assert beams == 4
        return [iso[text] if n % 2 else iso[text][:-1] for n, text in enumerate(texts)]

    program["read"] = program["exact"].__globals__["read"] = read
    shares = program["exact"](None, None, test, 2, 4)
    assert shares == {
        name: 0.0 if name == "20210305" else 0.5 for name in NOTATIONS | NEW_NOTATIONS
    }


def test_what_it_looked_at_is_the_softmax_of_the_scores(model, program, agree):
    model, tokenizer = model
    seen = {}
    attention = model.decoder.layers[-1].multihead_attn
    hook = attention.register_forward_pre_hook(lambda m, x: seen.update(x=x))
    text, iso = PAIRS[0]
    weights = program["looked_at"](model, tokenizer, text, iso)
    hook.remove()
    assert weights.shape == (4, len(iso) + 1, len(text) + 2)
    query, key, _ = seen["x"]
    (w_q, w_k, _), (b_q, b_k, _) = (
        p.detach().chunk(3) for p in (attention.in_proj_weight, attention.in_proj_bias)
    )
    q = (query @ w_q.T + b_q)[0].reshape(-1, 4, 16)
    k = (key @ w_k.T + b_k)[0].reshape(-1, 4, 16)
    scores = torch.einsum("thd,shd->hts", q, k) / 4
    oracle = scores.softmax(-1)
    agree("autoregressive-decoder", weights, oracle, 1e-10, against="the formula")
    assert not attention._forward_hooks
    assert not attention._forward_pre_hooks


# -- a stop, and two processes ----------------------------------------------------


def run(program, monkeypatch, folder, *more):
    """result.json and the checkpoint of a small training."""
    argv = ["dates.py", *SMALL, "--out", str(folder), *more]
    monkeypatch.setattr(sys, "argv", argv)
    program["main"]()
    told = json.loads((folder / "result.json").read_text("utf-8"))
    return told, load(folder / "0.pt")


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """Trained without a stop, by one process."""
    program = PAGE.above("dates", before="if __name__")
    with pytest.MonkeyPatch.context() as patch:
        return run(program, patch, tmp_path_factory.mktemp("dates") / "alone")


def same(ours, theirs):
    """Bit for bit, at any depth."""
    if isinstance(ours, torch.Tensor):
        return torch.equal(ours, theirs)
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(
            same(ours[k], theirs[k]) for k in ours
        )
    if isinstance(ours, list | tuple):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return ours == theirs


@pytest.fixture
def ctrl_c():
    """As in a terminal: what runs in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
def test_after_ctrl_c_it_goes_on_bit_for_bit(
    program, monkeypatch, tmp_path, alone, capsys
):
    share, calls = program["Share"], []

    class Stopping(share):
        def __call__(self, pairs):
            calls.append(1)
            if len(calls) == 6:  # in the second epoch
                os.kill(os.getpid(), signal.SIGINT)
            return super().__call__(pairs)

    folder = tmp_path / "stopped"
    with monkeypatch.context() as patch:
        patch.setitem(program["main"].__globals__, "Share", Stopping)
        with pytest.raises(SystemExit, match="--resume goes on"):
            run(program, patch, folder)
    kept = load(folder / "0.pt")
    assert (kept["epoch"], kept["batches"]) == (1, 2)
    assert not (folder / "result.json").exists()
    told, state = run(program, monkeypatch, folder, "--resume")
    assert told == alone[0]
    assert same(state, alone[1])
    assert capsys.readouterr().out.startswith("what,of,value\nloss,1,")


@pytest.mark.slow
@pytest.mark.skipif(
    not (dist.is_available() and dist.is_gloo_available()), reason="no gloo"
)
def test_two_processes_are_one(alone, tmp_path):
    """Their losses, and a checkpoint with which one process could go on."""
    folder = tmp_path / "pair"
    given = {"OMP_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(["src", *sys.path])}
    if sys.platform in ("linux", "darwin"):
        given["GLOO_SOCKET_IFNAME"] = {"linux": "lo", "darwin": "lo0"}[sys.platform]
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    command += ["--nproc-per-node", "2", PAGE.folder / "dates.py", *SMALL]
    subprocess.run(
        [*command, "--out", folder],
        check=True,
        timeout=300,
        cwd=ROOT,
        env=os.environ | given,
        capture_output=True,
    )
    told = json.loads((folder / "result.json").read_text("utf-8"))
    np.testing.assert_allclose(told["loss"], alone[0]["loss"], rtol=1e-10)
    first, second = (load(folder / f"{rank}.pt") for rank in (0, 1))
    for state in (first, second):  # Python's and NumPy's own are not of a seed
        for place in ("start", "now"):
            state[place] = {name: state[place][name] for name in ("torch", "own")}
    assert same(first, second), "the processes part"
    ours, theirs = (x["parts"]["model"] for x in (first, alone[1]))
    assert ours.keys() == theirs.keys()
    for name in ours:
        torch.testing.assert_close(ours[name], theirs[name], rtol=1e-7, atol=1e-9)


def test_all_go_on_from_what_the_first_kept(program, monkeypatch, tmp_path):
    """Whatever lies on their own disks."""
    sent, homes = [], [tmp_path / str(rank) for rank in range(3)]
    monkeypatch.setattr(
        dist,
        "broadcast_object_list",
        lambda kept: sent.append(kept[0]) if not sent else kept.__setitem__(0, sent[0]),
    )
    for home in homes[:2]:
        home.mkdir()
    (homes[0] / "0.pt").write_bytes(b"of the first")
    (homes[1] / "1.pt").write_bytes(b"of another training")
    for rank, home in enumerate(homes):
        program["hand_out"](home / "0.pt", home / f"{rank}.pt", rank)
        assert (home / f"{rank}.pt").read_bytes() == b"of the first"
    sent.clear()
    (homes[0] / "0.pt").unlink()
    for rank, home in enumerate(homes):
        program["hand_out"](home / "0.pt", home / f"{rank}.pt", rank)
        assert not (home / f"{rank}.pt").exists()


def test_bad_input(program, monkeypatch, tmp_path, capsys):
    main = program["main"]
    monkeypatch.setattr(sys, "argv", ["dates.py", "--resume"])
    with pytest.raises(SystemExit):
        main()
    assert "--resume goes on from what lies in --out" in capsys.readouterr().err
    monkeypatch.setitem(main.__globals__, "joined", lambda double: (0, 3, "cpu"))
    monkeypatch.setattr(sys, "argv", ["dates.py"])
    with pytest.raises(SystemExit):
        main()
    assert "--batch must be a multiple of 3 processes" in capsys.readouterr().err


# -- the whole --------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=weekly) for n in (1, 2))])
def test_it_learns_32_pairs_by_heart(program, seed):
    """A Transformer that cannot even do that has a fault somewhere."""
    given = {"epochs": 150, "pairs": 32, "batch": 32, "warmup": 100}
    more = {"out": None, "resume": False, "double": False}
    args = Namespace(seed=seed, **given, **more)
    model, tokenizer, _, run = program["train"](args, 0, 1, torch.device("cpu"))
    rng = np.random.default_rng(seed)
    pairs = draw_dates(split_days(2000, rng)[0], 32, rng)
    texts, right = zip(*pairs, strict=True)
    for beams in (1, 4):
        found = program["read"](model, tokenizer, texts, beams)
        assert sum(map(str.__eq__, found, right)) >= 31
    # with label smoothing the loss cannot fall below the entropy of its targets
    V = len(tokenizer)
    p = torch.tensor([0.9 + 0.1 / V] + [0.1 / V] * (V - 1), dtype=torch.float64)
    floor = torch.special.entr(p).sum().item()
    assert floor - 1e-6 < run.history["loss"][-1] < floor + 0.1


# -- the record -------------------------------------------------------------------


def test_what_the_section_says_of_the_record():
    """Of bench/results/dates.json: what is read, what is not, what is looked at."""
    result = json.loads((ROOT / "bench/results/dates.json").read_text("utf-8"))
    assert [run["seed"] for run in result["runs"]] == [*range(10)]
    for run in result["runs"]:
        shares = run["greedy"]
        known = [shares[name] for name in NOTATIONS]
        assert np.mean(known) > 0.97
        assert shares["二〇二一年3月5日"] > 0.95
        assert shares["Friday, March 5th, 2021"] < 0.5
        assert shares["民国一百一十年三月五日"] < 0.2
        assert (
            np.mean([run["beam"][name] for name in NOTATIONS]) > np.mean(known) - 0.01
        )
        assert len(run["loss"]) == 8
        assert 0.749 < run["loss"][-1] < 0.76
    means = {
        n: np.mean([run["greedy"][n] for run in result["runs"]]) for n in NOTATIONS
    }
    assert min(means, key=means.get) == "民国110年3月5日"
    words, republic = (np.mean(p["weights"], 0) for p in result["pictures"])
    texts = [f"[{p['text']}]" for p in result["pictures"]]
    assert texts == ["[Friday, 31 March 2084]", "[民国173年3月31日]"]
    assert [p["written"] for p in result["pictures"]] == ["2084-03-31"] * 2
    for row, seen in [(2, 20), (3, 21)]:  # 8 and 4 of the year
        assert words[row].argmax() == seen
    assert {*np.argsort(words[6])[-2:]} == {12, 15}  # M and c
    for row, digit in [(2, 4), (3, 5)]:
        assert {*np.argsort(republic[row])[-2:]} == {digit, 1}
        assert republic[row, 1] > 0.4
    assert "百" not in "".join(w(date(2010, 12, 31)) for w in NOTATIONS.values())
