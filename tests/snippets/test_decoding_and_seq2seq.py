"""What sequences/decoding-and-seq2seq derives, prints and runs."""

import math
import re
from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import permutations

import numpy as np
import pytest
import torch
from helpers.prefixes import sequences
from helpers.programs import Programs

from chainrule.generation import (
    PrefixDecoder,
    beam_search,
    greedy,
    keep_top_k,
    keep_top_p,
    sample,
    with_temperature,
)
from chainrule.generation.beam_search import _penalty
from chainrule.models import Transformer
from chainrule.nn import SetCriterion, generalized_box_iou, set_matching
from chainrule.text import sequence_to_tree, tree_to_sequence

PROGRAMS = Programs("sequences/decoding-and-seq2seq")
run, text_of, out_of, numbers = (
    PROGRAMS.run,
    PROGRAMS.text,
    PROGRAMS.out,
    PROGRAMS.numbers,
)
DECODER, SPEECH = "autoregressive-decoder", "speech-recognition-and-translation"
TAIWANESE, CHAT = "taiwanese-speech-translation", "seq2seq-chatbot"
QUESTIONS, PARSING = "nlp-as-question-answering", "syntactic-parsing-as-seq2seq"
LABELS, OBJECTS = "multi-label-as-seq2seq", "object-detection-as-seq2seq"


def printed_equation(number):
    return f"printed equation (40.{number})"


def probability(model, begin, tokens):
    """By plain Python, from what the model says after each beginning."""
    prefix, p = [begin], 1.0
    for token in tokens:
        logits = model(torch.tensor([prefix]))[0, -1].double().tolist()
        shares = [math.exp(x) for x in logits]
        p *= shares[token] / sum(shares)
        prefix.append(token)
    return p


# --- one token at a time --------------------------------------------------------------


@pytest.mark.equation("eq:chain-of-tokens", by="all sequences, by brute force")
def test_by_hand(agree):
    names = run("by-hand")
    table, model, begin, end = (names[n] for n in ("table", "model", "begin", "end"))
    agree(DECODER, table.sum(1), np.ones(8), 1e-6, against="distributions")
    said = greedy(PrefixDecoder(model), begin, end, 10)[0].tolist()
    assert "".join(names["VOCABULARY"][n] for n in said[:-1]) == "机器学习"
    factors = [row[-1] for row in numbers("by-hand")[:5]]
    whole = numbers("by-hand")[5][0]
    assert whole == round(math.prod(factors), 4) == 0.4082
    agree(
        DECODER,
        probability(model, begin, said),
        0.8 * 0.9 * 0.7 * 0.9 * 0.9,
        1e-6,
        against="by hand",
    )
    # a distribution over answers: those that end within 5, and those that are cut off
    total = sum(probability(model, begin, s) for s in sequences(8, end, 3))
    agree(DECODER, total, 1.0, 1e-6, against="all sequences")


def test_the_model_decides_the_length_of_one_sequence():
    """e001-l1078: inputs of one length, one output each, of different lengths."""
    lengths = torch.tensor([1, 3, 2])

    def model(tokens):
        ends = tokens.shape[1] == lengths
        return torch.stack([~ends, ends], -1).float()[:, None]

    found = greedy(PrefixDecoder(model), torch.zeros(3, dtype=torch.long), 1, 9)
    assert found.shape == (3, 3)
    assert (found == 0).sum(1).tolist() == [0, 2, 1]


def test_without_end_only_max_length_stops(agree):
    def model(tokens):
        return torch.tensor([0.0, -math.inf, 1.0]).expand(*tokens.shape, 3)

    assert greedy(PrefixDecoder(model), 0, 1, 7).shape == (1, 7)
    generator = torch.Generator().manual_seed(0)
    drawn = sample(PrefixDecoder(model), 0, 1, 7, generator=generator, batch_size=50)
    agree(DECODER, drawn.shape, (50, 7), 0, against="max_length")


def test_masks_of_the_decoder(agree):
    """By gradients: T x T lower triangular, T x S all but padding."""
    torch.manual_seed(0)
    model = Transformer(9, 8, 2, 1, 1, 16).double().eval()
    src = torch.tensor([[3, 4, 5, 6, 7, 0, 0]])
    inputs = model.embedded(torch.tensor([[1, 2, 3, 4, 5]])).detach().requires_grad_()
    memory = model.encode(src).detach().requires_grad_()
    y = model.decoder(
        inputs, memory, memory_key_padding_mask=src == 0, tgt_is_causal=True
    )
    random = torch.randn(8, dtype=torch.float64)
    own, cross = np.zeros((5, 5)), np.zeros((5, 7))
    for t in range(5):
        value = y[0, t] @ random
        grads = torch.autograd.grad(value, (inputs, memory), retain_graph=True)
        own[t] = grads[0].abs().sum(-1)[0] > 0
        cross[t] = grads[1].abs().sum(-1)[0] > 0
    agree(DECODER, own, np.tril(np.ones((5, 5))), 0, against="a lower triangle")
    agree(DECODER, cross, np.arange(7) < 5 + np.zeros((5, 7)), 0, against="no padding")
    assert y.shape == (1, 5, 8)


# --- teacher forcing ------------------------------------------------------------------


@pytest.mark.equation("eq:next-token-loss")
def test_the_loss_of_the_next_token(agree, equation):
    symbols = {"T": "T", "p_t": "p[t]"}
    printed = equation("eq:next-token-loss", "L", symbols)
    names = run("shift")
    y, loss = names["y"], names["loss"]
    torch.manual_seed(0)
    for logits in (names["repeat"][y[:-1]], torch.randn(5, 6, dtype=torch.float64)):
        shares = logits.double().softmax(-1)[range(5), y[1:]]
        found = loss(logits.double(), y[1:])
        oracle = printed(T=5, p=shares.numpy())
        agree(DECODER, found, oracle, 1e-6, against=printed_equation(2))
        torch_s = torch.nn.functional.cross_entropy(logits.double(), y[1:])
        agree(DECODER, found, torch_s, 1e-13, against="torch cross_entropy")


def test_mistake_31_the_shift():
    """Not shifted, repeating is perfect; shifted, it is as bad as can be."""
    names = run("shift")
    y, repeat = names["y"], names["repeat"]
    assert names["VOCABULARY"][y[0]] == "<begin>"
    assert names["VOCABULARY"][y[-1]] == "<end>"
    assert numbers("shift")[0][-1] == 20.0
    assert numbers("shift")[1][-1] == 0.0
    assert out_of("shift").splitlines()[2].split()[3:] == 4 * ["<begin>"]
    assert (repeat[y].argmax(-1) == y).all()
    assert (repeat[y[:-1]].argmax(-1) != y[1:]).all()


def test_mistake_31_a_transformer_may_look_at_its_input_only():
    """Logits at t hang on y[:t+1] and on nothing later: y[t+1] is asked."""
    torch.manual_seed(0)
    model = Transformer(9, 8, 2, 1, 1, 16).double().eval()
    src, y = torch.tensor([[3, 4, 5]]), torch.tensor([[1, 2, 3, 4, 5, 6]])
    logits = model(src, y[:, :-1])
    for t in range(5):
        other = y.clone()
        other[:, t + 1 :] = 8
        assert torch.equal(model(src, other[:, :-1])[:, : t + 1], logits[:, : t + 1])
        if t < 4:
            assert not torch.equal(
                model(src, other[:, :-1])[:, t + 1], logits[:, t + 1]
            )


@pytest.mark.equation("eq:no-error")
def test_errors_that_feed_themselves(agree, equation):
    symbols = {"T": "T", r"\epsilon": "eps"}
    printed = equation("eq:no-error", "P", symbols)
    names = run("errors")
    for row in numbers("errors"):
        length, right, *wrong = row
        assert right == round(printed(T=length, eps=0.01), 2)
        for after, shown in zip((0.01, 0.1, 0.5), wrong, strict=True):
            share = names["expected_share"](0.01, after, int(length))
            assert shown == pytest.approx(100 * share, abs=0.05)
    for first, after, T in ((0.01, 0.5, 100), (0.2, 0.05, 7)):
        # a Markov chain of two states: all right so far, or not
        step = np.array([[1 - first, first], [0, 1]])
        states = [np.linalg.matrix_power(step, t)[0] for t in range(T)]
        share = np.mean([s @ [first, after] for s in states])
        found = names["expected_share"](first, after, T)
        agree(DECODER, found, share, 1e-12, against="powers of a matrix")
        alone = np.linalg.matrix_power(step, T)[0, 0]
        agree(
            DECODER, alone, printed(T=T, eps=first), 1e-12, against=printed_equation(3)
        )


# --- cache ----------------------------------------------------------------------------


@pytest.mark.equation("eq:cache-scores")
def test_scores_with_and_without_a_cache(agree, equation):
    """Counted in a Transformer: queries times keys of one head at each call."""
    torch.manual_seed(0)
    model = Transformer(9, 8, 2, 1, 1, 16).eval()
    found = []

    def count(module, args, kwargs, output):
        held = kwargs["cache"]
        keys = args[1].shape[1] if held is None else held.length
        found.append(args[0].shape[1] * keys)

    model.decoder.layers[0].self_attn.register_forward_hook(count, with_kwargs=True)
    src = torch.tensor([[3, 4]])
    memory = model.encode(src)
    again = PrefixDecoder(lambda tgt: model.decode(tgt, memory, src == 0))
    rows = {int(row[0]): row[1:] for row in as_numbers("products")}
    for name, start, at in (
        ("A_{\\mathrm{again}}", lambda T: again, 0),
        ("A_{\\mathrm{cache}}", lambda T: model.start(src, T), 1),
    ):
        printed = equation("eq:cache-scores", name, {"T": "T"})
        for T in (4, 64, 1024):
            assert printed(T=T) == rows[T][at]
        found.clear()
        decoder = start(4)
        for token in (1, 2, 3, 4):
            decoder(torch.tensor([token]))
        agree(DECODER, sum(found), printed(T=4), 0, against=printed_equation(4))


def as_numbers(name):
    """Of a table whose numbers have commas."""
    lines = out_of(name).replace(",", "").splitlines()[1:]
    return [[int(x) for x in line.split()] for line in lines]


def test_mistake_32_the_cache_changes_nothing(agree):
    names = run("cache")
    model, src, said, begin = (names[n] for n in ("model", "src", "said", "begin"))
    tgt = torch.cat([begin[:, None], said[:, :-1]], 1)
    whole = model(src, tgt)
    for start in (lambda: model.start(src, 12), names["recomputing"]):
        decoder = start()
        found = torch.stack([decoder(column) for column in tgt.T], 1)
        agree(DECODER, found, whole, 1e-11, atol=1e-12, against="all at once")
    lines = out_of("cache").splitlines()
    assert lines[0].endswith("True")
    assert lines[1].endswith("True")
    assert lines[2].endswith("[True, False, False, False]")
    assert names["gaps"][1:].min() > 0.05  # by far


def test_beams_with_a_cache(agree):
    """select reorders what is kept: the same beams as by recomputing."""
    names = run("cache")
    model, src, begin = (names[n] for n in ("model", "src", "begin"))
    found = beam_search(model.start(src, 6), begin, 0, 6, 4)
    memory = model.encode(src)

    class Again(PrefixDecoder):
        """With the rows of the memory that belong to the beams."""

        rows = torch.arange(3)

        def select(self, rows):
            super().select(rows)
            self.rows = self.rows[rows]

    again = Again(None)
    again.model = lambda tgt: model.decode(
        tgt, memory[again.rows], (src == 0)[again.rows]
    )
    oracle = beam_search(again, begin, 0, 6, 4)
    agree(DECODER, found[0], oracle[0], 0, against="recomputing")
    agree(DECODER, found[1], oracle[1], 1e-11, against="recomputing")


# --- beam search ----------------------------------------------------------------------


def test_the_tree(agree):
    names = run("beams")
    model, words = names["model"], names["WORDS"]
    p = {
        " ".join(words[n] for n in s): probability(model, 0, s)
        for s in sequences(4, 1, 3)
        if 0 not in s
    }
    shown = re.findall(r"([ab<end> ]+?) (0\.\d+)", out_of("beams"))
    shown = [(" ".join(name.split()), float(share)) for name, share in shown]
    assert len(shown) == 6
    for name, share in shown:
        assert share == pytest.approx(p[name], abs=5e-4)
    best = max(p, key=p.get)
    assert best == "b b <end>"
    _, scores = beam_search(PrefixDecoder(model), 0, 1, 3, 9, 0)
    ranked = sorted(p.values(), reverse=True)[:9]
    agree(DECODER, scores[0].exp(), ranked, 1e-5, against="all sequences")
    # what the page says: greedy, two beams, and what they drop
    assert shown[0] == ("a a <end>", 0.12)
    assert shown[1] == ("b b <end>", 0.324)
    second = sorted(p, key=p.get)[-2]
    assert second == "a b <end>"
    assert second not in dict(shown[1:3])
    assert second in dict(shown[3:])


def test_the_tree_that_is_drawn():
    names, table = run("tree"), run("beams")["AFTER"]
    assert names["AFTER"] == table
    step = {".": 0, "a": 1, "b": 2}
    for name in names["NODES"]:
        chain = [table[name[:n]][step[name[n]]] for n in range(len(name))]
        assert names["probability"](name) == pytest.approx(math.prod(chain), abs=1e-15)
        assert name[:-1] in {"", *names["NODES"]}
    of = names["probability"]
    assert of(names["BEST"][-1]) == pytest.approx(0.324, abs=1e-15)
    assert of(names["GREEDY"][-1]) == pytest.approx(0.12, abs=1e-15)
    greedy = [
        max(step, key=lambda t: of(said + t)) for said in ("", *names["GREEDY"][:2])
    ]
    assert "".join(greedy) == names["GREEDY"][-1]


@pytest.mark.equation("eq:length-penalty")
def test_length_penalty(agree, equation):
    symbols = {"p": "p", "l": "l", r"\alpha": "alpha"}
    printed = equation("eq:length-penalty", "s(y)", symbols)
    model = run("penalty")["model"]
    for alpha in (0.0, 0.6, 1.3):
        _, scores = beam_search(PrefixDecoder(model), 0, 1, 9, 9, alpha)
        answers = [(1,), *((2,) * n + (1,) for n in range(1, 9))]
        oracle = [
            printed(p=probability(model, 0, a), l=len(a), alpha=alpha) for a in answers
        ]
        oracle.sort(reverse=True)
        agree(DECODER, scores[0], oracle, 1e-5, against=printed_equation(5))
    by_hand = printed(p=math.exp(-1), l=7, alpha=2)
    agree(DECODER, -1 / _penalty(7, 2), by_hand, 1e-14, against=printed_equation(5))
    rows = re.findall(r"α = ([\d.]+): (\d) words", out_of("penalty"))
    assert [int(n) for _, n in rows] == [0, 0, 0, 8, 8]
    assert numbers("penalty")[0] == [-0.87, -1.28]


# --- sampling -------------------------------------------------------------------------


@pytest.mark.equation("eq:sampling-temperature")
def test_distributions(agree, equation):
    symbols = {"z_v": "z_v", "z_u": "z[u]", r"\tau": "tau", r"\sum_{u}": "V"}
    printed = equation("eq:sampling-temperature", "p_v", symbols)
    p = run("sampling")["p"].double()
    z = p.log()
    rows = numbers("sampling")
    assert rows[0] == [round(x, 2) for x in p.tolist()]
    for tau, row in ((0.5, rows[1]), (2.0, rows[2])):
        oracle = [printed(z_v=v, z=z.numpy(), tau=tau, V=8) for v in z.tolist()]
        found = with_temperature(z, tau).softmax(-1)
        agree(DECODER, found, oracle, 1e-13, against=printed_equation(6))
        assert row[1:] == pytest.approx(oracle, abs=0.0051)
    for filtered, row, many in (
        (keep_top_k(z, 3), rows[3], 3),
        (keep_top_p(z, 0.8), rows[4], 4),
    ):
        kept = p[:many] / p[:many].sum()
        agree(DECODER, filtered.softmax(-1)[:many], kept, 1e-13, against="by hand")
        assert (filtered[many:] == -math.inf).all()
        assert row[1:] == pytest.approx([*kept.tolist(), *(8 - many) * [0]], abs=0.0051)
    assert run("distributions")["SHARES"].tolist() == run("sampling")["p"].tolist()


# --- speech ---------------------------------------------------------------------------


def test_frames(agree):
    """100 starts of a frame in a second: 16000 samples, one every 160."""
    lines = [re.findall(r"[\d,]+", line) for line in out_of("frames").splitlines()]
    lines = [[int(n.replace(",", "")) for n in line if n != ","] for line in lines]
    starts = len(range(0, 16000, 160))
    agree(SPEECH, lines[0][1], starts, 0, against="starts counted")
    agree(SPEECH, lines[1][1:], [10 * starts, (10 * starts) ** 2], 0, against="squares")
    agree(SPEECH, lines[2], [250, 250 * 250], 0, against="squares")
    agree(SPEECH, lines[3][1], 1500 * 60 * 60 * starts, 0, against="seconds counted")


def test_edit_distance(agree):
    """Against the definition: the fewest edits, tried recursively."""
    distance = run("character-errors")["edit_distance"]

    @cache
    def fewest(a, b):
        if not a or not b:
            return len(a) + len(b)
        if a[0] == b[0]:
            return fewest(a[1:], b[1:])
        edits = (a[1:], b), (a, b[1:]), (a[1:], b[1:])
        return 1 + min(fewest(*pair) for pair in edits)

    rng = np.random.default_rng(0)
    for _ in range(60):
        a, b = ("".join(rng.choice(list("abc"), rng.integers(0, 7))) for _ in "ab")
        agree(TAIWANESE, distance(a, b), fewest(a, b), 0, against="all edits")
    for line in out_of("character-errors").splitlines():
        said, errors = re.match(r"(\w+): (\d)", line).groups()
        assert int(errors) == fewest(said, run("character-errors")["meant"])
    assert [row[0] for row in numbers("character-errors")] == [0, 1, 3]


# --- language -------------------------------------------------------------------------


def test_the_chatbot_says_what_was_said(agree):
    names = run("chatbot")
    model, words = names["model"], names["WORDS"]
    answers = Counter(a for q, a in names["DIALOGUES"] if q == "Hi")
    for answer, n in answers.items():
        tokens = [words.index(w) for w in answer.split()] + [1]
        share = probability(model("Hi"), 0, tokens)
        agree(CHAT, share, Fraction(n, 3), 1e-6, against="dialogues counted")
    lines = out_of("chatbot").splitlines()
    assert lines[0] == f"greedy:  {answers.most_common()[0][0]}"
    shown = dict(re.findall(r"sampled: (.+?) \(([\d.]+)", "\n".join(lines)))
    for answer, n in answers.items():
        assert float(shown[answer]) == pytest.approx(n / 3, abs=0.11)
    assert lines[-1] == "Hello there: 0 words known"


def test_three_tasks_are_one(agree):
    names = run("questions")
    words = list(names["vocabulary"])
    for (question, context, answer), line in zip(
        names["TASKS"].values(), out_of("questions").splitlines(), strict=False
    ):
        n_x, n_y = map(int, re.findall(r"of +(\d+)", line))
        y = [int(n) for n in re.search(r"\[(.*)\]", line)[1].split(",")]
        assert [words[n] for n in y] == ["<begin>", *answer.split(), "<end>"]
        counted = len([*question.split(), "<context>", *context.split()])
        agree(QUESTIONS, [n_x, n_y], [counted, len(y)], 0, against="words counted")
    everything = " ".join(" ".join(task) for task in names["TASKS"].values())
    size = 3 + len(set(everything.split()))
    agree(QUESTIONS, len(words), size, 0, against="distinct words")
    assert f"one vocabulary of {size} " in out_of("questions")


def test_a_parse_and_its_brackets(agree):
    names = run("parsing")
    tree, said = names["tree"], names["said"]
    assert sequence_to_tree(said) == tree
    agree(PARSING, tree_to_sequence(tree) == said, True, 0, against="the round trip")
    lines = out_of("parsing").splitlines()
    assert lines[0].split() == said
    assert lines[2] == "refused: ')VP' at 4 closes nothing"
    assert lines[3] == "refused: '(S' is never closed"
    drawn = run("parse-tree")
    assert drawn["LINE"].split() == said
    # the drawn tree is that tree: who stands below whom
    below = {}
    for name, (_, parent) in drawn["NODES"].items():
        below.setdefault(parent, []).append(name)

    def nested(name):
        children = sorted(below.get(name, []), key=lambda n: drawn["NODES"][n][0])
        return (name, *map(nested, children)) if children else name

    assert nested("S") == tree


@pytest.mark.equation("eq:label-set", by="all orders, by brute force")
def test_sets_of_labels(agree):
    names = run("orders")
    labels = sorted(names["labels"])
    orders = list(permutations(labels))
    one = names["probability"](orders[0])
    agree(LABELS, one, Fraction(1, 6), 1e-14, against="1/3!")
    total = sum(map(names["probability"], orders))
    agree(LABELS, total, 1.0, 1e-14, against="a certain set")
    agree(LABELS, -math.log(one), math.log(6), 1e-14, against="log K!")
    assert numbers("orders") == [[0.167, 1.79], [1.0, 0.0]]


def test_ways_to_choose_labels(agree):
    """Each answer by all 8 subsets; marginals by summing over them."""
    names = run("labels")
    sets = {frozenset(labels): p for labels, p in names["SETS"].items()}
    agree(LABELS, sum(sets.values()), 1.0, 1e-14, against="a distribution")
    subsets = [frozenset(s) for r in range(4) for s in permutations(names["names"], r)]
    for label in names["names"]:
        oracle = sum(sets.get(s, 0) for s in {*subsets} if label in s)
        agree(LABELS, names["share"](label), oracle, 1e-14, against="all subsets")
    found = re.findall(r"(.+): (.+): right with (.+)", out_of("labels"))
    for _, labels, right in found:
        assert float(right) == sets.get(frozenset(labels.split(", ")), 0)
    best = max(subsets, key=lambda s: sets.get(s, 0))
    assert {*found[-1][1].split(", ")} == best
    # the most probable label is in the least probable set
    most = max(names["names"], key=names["share"])
    assert most in min(sets, key=sets.get)
    # and greedy begins with it
    first = {n: names["share"](n) if n != "law" else 0 for n in names["names"]}
    assert max(first, key=first.get) == "money"


# --- objects --------------------------------------------------------------------------


@pytest.mark.equation(
    "eq:set-matching", "eq:box-loss", "eq:hungarian-loss", by="all pairings, over lists"
)
def test_objects_are_a_set(agree):
    """Equations 8 to 10 term by term; any order gives the same."""
    names = run("matching")
    p, boxes, targets = (names[n].double() for n in ("p", "boxes", "targets"))
    p, labels = p / p.sum(1, keepdim=True), names["labels"].tolist()

    def corner(b):
        x, y, w, h = b.tolist()
        sides = [x - w / 2, y - h / 2, x + w / 2, y + h / 2]
        return torch.tensor([sides], dtype=torch.float64)

    def box_loss(i, j):
        overlap = generalized_box_iou(corner(targets[i]), corner(boxes[j])).item()
        return 5 * (targets[i] - boxes[j]).abs().sum().item() + 2 * (1 - overlap)

    def together(pairs):
        return sum(box_loss(i, j) - p[j, labels[i]].item() for i, j in enumerate(pairs))

    best = min(permutations(range(3), 2), key=together)
    assert list(best) == [2, 0]
    assert "predictions [2, 0]" in out_of("matching")
    asked = {j: labels[i] for i, j in enumerate(best)}
    oracle = sum(box_loss(i, j) for i, j in enumerate(best))
    for j in range(3):
        weight = 1 if j in asked else 0.1
        oracle -= weight * math.log(p[j, asked.get(j, 2)])
    criterion = SetCriterion(2)
    found = criterion(p.log(), boxes, torch.tensor(labels), targets)
    agree(OBJECTS, found, oracle, 1e-12, against="equations over lists")
    cost = [[box_loss(i, j) - p[j, labels[i]].item() for j in range(3)] for i in (0, 1)]
    agree(OBJECTS, set_matching(torch.tensor(cost)), best, 0, against="all pairings")
    rows = numbers("matching")
    assert rows[0] == pytest.approx(cost[0], abs=0.006)
    assert rows[1] == pytest.approx(cost[1], abs=0.006)
    assert rows[3][0] == rows[4][0] == pytest.approx(oracle, abs=6e-4)
    drawn = run("boxes")
    assert np.allclose(drawn["TARGETS"], targets)
    assert np.allclose(drawn["BOXES"], boxes)
    assert [drawn["PAIRS"][i] for i in (0, 1)] == list(best)


@pytest.mark.equation("eq:generalized-iou")
def test_overlap(agree, equation):
    symbols = {"I": "i", "U": "u", "B": "b"}
    printed = equation("eq:generalized-iou", r"\mathrm{GIoU}", symbols)
    one = torch.tensor([[0.0, 0, 4, 2]], dtype=torch.float64)
    for other, i, u, b in (
        ([1.0, 1, 3, 5], 2, 14, 20),
        ([6.0, 0, 7, 2], 0, 10, 14),
        ([0.0, 0, 4, 2], 8, 8, 8),
    ):
        found = generalized_box_iou(one, torch.tensor([other], dtype=torch.float64))
        oracle = printed(i=i, u=u, b=b)
        agree(OBJECTS, found[0, 0], oracle, 1e-14, against=printed_equation(11))


# --- exercises ------------------------------------------------------------------------


def test_exercises():
    lengths = sum(n * 0.1 * 0.9 ** (n - 1) for n in range(1, 2000))
    assert lengths == pytest.approx(10)
    assert round(0.9**20, 2) == 0.12
    names = run("exercise-speculative")
    assert torch.allclose(names["said"], names["p"])
    rest = (names["p"] - names["q"]).clamp(min=0).sum()
    assert torch.isclose(1 - names["accepted"].sum(), rest)
    rows = re.findall(r"(\d+) heads: ([\d.]+) GiB", out_of("exercise-cache"))
    for heads, shown in rows:
        cells = 2 * 32 * int(heads) * 128 * 8192
        assert float(shown) == cells * 2 / 1024**3
    sequence_to_tree(["(S", "(NP", "deep", ")NP", ")S"])
    for wrong in (")S", ")VP"):
        with pytest.raises(ValueError, match="closes nothing"):
            sequence_to_tree(["(S", "(NP", "deep", wrong])


def test_bad_input_of_what_is_shown_is_refused():
    decoder = PrefixDecoder(lambda tokens: torch.zeros(*tokens.shape, 3))
    with pytest.raises(ValueError, match="temperature must be above 0, got 0"):
        sample(decoder, 0, 1, 3, temperature=0)
    with pytest.raises(ValueError, match="max_length must be at least 1"):
        greedy(decoder, 0, 1, 0)
