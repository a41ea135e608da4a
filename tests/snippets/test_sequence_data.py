"""What sequences/sequence-data derives, prints and runs."""

import re
from itertools import pairwise, permutations, product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from scipy.sparse import csr_array
from scipy.spatial.distance import pdist

from chainrule.data import audio, graphs
from chainrule.data.sequences import pad_sequences
from chainrule.models import WindowTagger
from chainrule.scratch import nn

PROGRAMS = Programs("sequences/sequence-data")
SETS, ONE_HOT, EMBEDDING = "vector-set-input", "word-one-hot-vectors", "word-embedding"
SPEECH, GRAPHS = "speech-frames", "graph-inputs"
OUTPUTS, WINDOW = "sequence-output-types", "sequence-labeling-window"


def samples(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def printed_equation(number):
    return f"printed equation (36.{number})"


# --- sets -----------------------------------------------------------------------------


def test_a_dense_layer_wants_one_length():
    """As torch's."""
    layer = torch.nn.Linear(6, 4)
    assert layer(torch.zeros(1, 6)).shape == (1, 4)
    with pytest.raises(RuntimeError):
        layer(torch.zeros(1, 4))
    assert "two vectors: x must be (N, 6), got (1, 4)" in PROGRAMS.out("lengths")


@pytest.mark.equation("eq:masked-mean")
def test_masked_means(agree, equation):
    masked_mean = PROGRAMS.run("padding")["masked_mean"]
    lengths = 3, 1, 4
    arrays = [samples(n, 2, seed=n) for n in lengths]
    x, mask = pad_sequences(arrays, padding_value=7.0)
    found = masked_mean(x, mask)
    oracle = np.stack([array.mean(axis=0) for array in arrays])
    agree(SETS, found, oracle, 1e-13, against="the mean of each alone")
    symbols = {"m_{nt}": "m[t]", "x_{ntj}": "x[t]", r"\sum_{t}": "T"}
    printed = equation("eq:masked-mean", r"\bar x_{nj}", symbols)
    for n, j in product(range(3), range(2)):
        value = printed(m=mask[n].astype(float), x=x[n, :, j], T=4)
        agree(SETS, found[n, j], value, 1e-13, against=printed_equation(1))
    for order in permutations(range(4)):  # a mean does not see the order
        again = masked_mean(x[:, order], mask[:, order])
        agree(SETS, again, found, 1e-13, against="another order")
    with pytest.raises(ValueError, match="no mean of an empty set"):
        masked_mean(*pad_sequences([[[1.0, 2]], np.zeros((0, 2))]))


def test_padding_counts_where_nobody_looks_at_the_mask():
    x, mask = (PROGRAMS.run("padding")[name] for name in ("x", "mask"))
    assert x[1].sum(axis=0).tolist() == [4, 2]
    assert "[2.0, 1.0]]" in PROGRAMS.out("padding").splitlines()[1]
    assert f"{4 / 3:.2f}, {2 / 3:.2f}" in PROGRAMS.out("padding").splitlines()[2]
    assert mask.sum(axis=1).tolist() == [3, 2]


# --- words ----------------------------------------------------------------------------


@pytest.mark.equation("eq:one-hot-distance", by="scipy's distances of all pairs")
def test_all_words_are_equally_far_apart(agree):
    for V in (2, 4, 50):
        distances = pdist(np.eye(V))
        oracle = np.full(V * (V - 1) // 2, np.sqrt(2))
        agree(ONE_HOT, distances, oracle, 1e-15, against="sqrt(2)")
    X = PROGRAMS.run("one-hot")["X"]
    agree(ONE_HOT, X @ X.T, np.eye(4), 0, against="products of one-hot words")
    assert PROGRAMS.out("one-hot").count("1.4142, product 0") == 3
    assert "2,000,000 numbers, 20 of them" in PROGRAMS.out("one-hot")
    layer = torch.nn.Linear(100_000, 300, bias=False, device="meta")
    assert f"{layer.weight.numel():,} weights" in PROGRAMS.out("one-hot")


@pytest.mark.equation("eq:embedding", by="one-hot times table, and a dense layer")
def test_a_row_is_a_product(agree):
    layer = nn.Embedding(7, 3, rng=0)
    words = np.array([[1, 6, 1], [0, 3, 6]])
    one_hot = torch.nn.functional.one_hot(torch.tensor(words), 7).double()
    found = layer.forward(words)
    product = one_hot @ torch.tensor(layer.weight)
    agree(EMBEDDING, found, product, 0, against="one-hot times table")
    dense = torch.nn.functional.linear(one_hot, torch.tensor(layer.weight.T))
    agree(EMBEDDING, found, dense, 0, against="torch linear")


@pytest.mark.equation("eq:embedding-gradient")
def test_a_row_gets_the_sum_of_its_places(agree, equation):
    layer, words = nn.Embedding(5, 3, rng=0), np.array([4, 1, 4, 4])
    dy = samples(*layer.forward(words).shape)
    layer.backward(dy)
    symbols = {"e_{ti}": "e[t]", "g_{tj}": "g[t]", r"\sum_{t}": "T"}
    lhs = r"\frac{\partial L}{\partial E_{ij}}"
    printed = equation("eq:embedding-gradient", lhs, symbols)
    for i, j in np.ndindex(5, 3):
        value = printed(e=(words == i).astype(float), g=dy[:, j], T=4)
        found = layer.grad_weight[i, j]
        agree(EMBEDDING, found, value, 1e-13, against=printed_equation(4))
    weight = torch.tensor(layer.weight, requires_grad=True)
    torch.nn.functional.embedding(torch.tensor(words), weight).backward(
        torch.tensor(dy)
    )
    agree(EMBEDDING, layer.grad_weight, weight.grad, 1e-15, against="torch embedding")
    assert "row 4 by += : [10.0, 20.0]" in PROGRAMS.out("table")


def test_counts_of_the_small_text(agree):
    """Against sparse matrices of words by places, shifted."""
    names = PROGRAMS.run("vectors")
    sentences = [s.split() for s in names["TEXT"].split(".") if s.strip()]
    assert len(sentences) == 30
    words = sorted(set(names["TEXT"].split()) - {"."})
    assert words == names["words"]
    assert len(words) == 26
    total = 0
    for sentence in sentences:
        at = [words.index(word) for word in sentence]
        one = csr_array((np.ones(len(at)), (range(len(at)), at)), (len(at), 26))
        for step in (1, 2):
            pairs = (one[:-step].T @ one[step:]).toarray() if len(at) > step else 0
            total = total + pairs + np.transpose(pairs)
    agree(EMBEDDING, names["counts"], total, 0, against="shifted one-hot matrices")


@pytest.mark.equation("eq:ppmi")
def test_mutual_information(agree, equation):
    names = PROGRAMS.run("vectors")
    counts = names["counts"]
    found = names["ppmi"](counts)
    symbols = {"p_{ij}": "pij", "p_i": "pi", "p_j": "pj"}
    printed = equation("eq:ppmi", "P_{ij}", symbols)
    p = counts / counts.sum()
    one = p.sum(axis=1)
    for i, j in np.argwhere(counts):
        value = printed(pij=p[i, j], pi=one[i], pj=one[j])
        near = {"atol": 1e-14, "against": printed_equation(5)}
        agree(EMBEDDING, found[i, j], value, 1e-12, **near)
    assert not found[counts == 0].any()
    np.testing.assert_allclose(found, found.T, rtol=1e-12, atol=1e-14)


def test_vectors_are_the_best_of_their_size(agree):
    """Their products are those of P P^T's best approximation: by its eigenvectors."""
    names = PROGRAMS.run("vectors")
    P, E = names["ppmi"](names["counts"]), names["E"]
    values, U = np.linalg.eigh(P @ P.T)
    oracle = (U[:, -6:] * values[-6:]) @ U[:, -6:].T
    agree(EMBEDDING, E @ E.T, oracle, 1e-9, atol=1e-9, against="eigenvectors")


def test_what_the_page_says_of_neighbours():
    """Animals, plants; jumps goes astray; no choice hangs on a rounding error."""
    names = PROGRAMS.run("vectors")
    words, cosines = names["words"], names["cosines"]

    def nearest(word, n=1):
        i = words.index(word)
        order = np.argsort(-cosines[i])[1:]
        gaps = -np.diff(cosines[i][order])[:n]
        assert gaps.min() > 1e-6
        return {words[j] for j in order[:n]}

    animals = {"cat", "dog", "rabbit"}
    for word in animals:
        assert nearest(word, 2) == animals - {word}
    assert nearest("tree") == {"flower"}
    assert nearest("flower") == {"tree"}
    assert nearest("jumps", 2) == {"wall", "field"}
    for word in names["shown"]:
        nearest(word, 2)


# --- speech ---------------------------------------------------------------------------


@pytest.mark.equation("eq:frame-count", by="slices counted")
def test_a_second_in_frames(agree):
    for S, L, H in product(range(1, 30, 3), range(1, 9, 2), range(1, 6)):
        if S < L:
            continue
        n = (S - L) // H + 1
        starts = [i for i in range(0, S, H) if i + L <= S]
        found = audio.frame_signal(np.zeros(S), L, H)
        agree(SPEECH, len(found), len(starts), 0, against="slices")
        assert n == len(starts)
    rows = re.findall(r"^(\w+) +(\d+) frames", PROGRAMS.out("frames"), re.M)
    assert rows == [("valid", "98"), ("same", "100"), ("center", "101")]
    assert (16000 - 400) / 160 == 97.5


@pytest.mark.equation("eq:mel", by="a natural logarithm, and the program's steps")
def test_mels(agree):
    f = np.linspace(0, 8000, 33)
    oracle = 2595 * np.log1p(f / 700) / np.log(10)
    found = audio.hz_to_mel(f)
    agree(SPEECH, found, oracle, 1e-12, against="a natural logarithm")
    rows = re.findall(r"from (\d+) to (\d+) Hz: (\d+)", PROGRAMS.out("mels"))
    assert len(rows) == 4
    for low, high, mels in rows:
        step = np.interp([int(low), int(high)], f, oracle)
        assert int(mels) == round(step[1] - step[0])
    assert round(float(audio.hz_to_mel(1000))) == 1000
    assert audio.hz_to_mel(1000, "slaney") == 15


@pytest.mark.equation("eq:log-mel")
def test_bands(agree, equation):
    x, floor = samples(900), 0.3
    x[400:] = 1e-6 * x[400:]  # below the floor
    found = audio.log_mel_spectrogram(x, n_mels=9, floor=floor)
    frames = np.stack([x[k : k + 400] for k in range(0, 501, 160)])
    spectrum = np.fft.fft(frames * audio.hann_window(400), 512)[:, :257]
    bank = audio.mel_filterbank(257, 0, 8000, 9, 16000)
    symbols = {"P_{kf}": "P[f]", "F_{fb}": "F[f]", r"\sum_{f}": "n", r"\epsilon": "e"}
    printed = equation("eq:log-mel", r"\ell_{kb}", symbols)
    for k, b in np.ndindex(found.shape):
        value = printed(P=np.abs(spectrum[k]) ** 2, F=bank[:, b], n=257, e=floor)
        near = {"atol": 1e-12, "against": printed_equation(8)}
        agree(SPEECH, found[k, b], value, 1e-11, **near)
    assert (found == np.log(floor)).any()


@pytest.mark.equation("eq:overlap-add", by="a loop over samples and frames")
def test_overlap_add(agree):
    y, w, H = samples(5, 7), samples(7, seed=1) ** 2 + 0.1, 3
    found = audio.overlap_add(y, H, w)
    for s in range(len(found)):
        inside = [k for k in range(5) if 0 <= s - k * H < 7]
        oracle = sum(y[k, s - k * H] for k in inside)
        oracle /= sum(w[s - k * H] for k in inside)
        near = {"atol": 1e-13, "against": "a loop"}
        agree(SPEECH, found[s], oracle, 1e-12, **near)
    assert PROGRAMS.out("back").count("True") == 2


def test_windows_that_add_up(agree):
    w = np.hanning(401)[:400]  # the periodic form
    for hop, said in ((200, "1.000 ... 1.000"), (160, "1.191 ... 1.309")):
        sums = [w[i::hop].sum() for i in range(hop)]
        assert f"{min(sums):.3f} ... {max(sums):.3f}" == said
        assert f"hop {hop}: sums {said}" in PROGRAMS.out("back")
    agree(SPEECH, audio.hann_window(400), w, 1e-12, atol=1e-15, against="np.hanning")


def test_the_picture_of_speech_has_its_bands():
    names = PROGRAMS.above("spoken", before="def draw")
    mel = audio.log_mel_spectrogram(names["spoken"]())
    assert mel.shape == (98, 80)
    top = audio.mel_to_hz(audio.hz_to_mel(8000) * np.arange(1, 81) / 81)
    at = {t: top[mel[t].argsort()[-6:]] for t in (25, 75)}
    assert at[25].max() < 3200  # harmonics near formants of a
    assert at[75].min() < 400  # the low one of i
    high = (top > 4000) & (top < 7500)
    assert mel[5, high].mean() > mel[50, high].mean() + 2  # noise is high


# --- graphs ---------------------------------------------------------------------------


@pytest.mark.equation("eq:degree")
def test_friends(agree, equation):
    names = PROGRAMS.run("friends")
    A = names["A"]
    printed = equation("eq:degree", "d_i", {"A_{ij}": "A[j]", r"\sum_{j}": "n"})
    for i in range(5):
        value = printed(A=A[i], n=5)
        agree(GRAPHS, names["degrees"][i], value, 0, against=printed_equation(10))
    pairs = {(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)}
    oracle = [
        [float((i, j) in pairs or (j, i) in pairs) for j in range(5)] for i in range(5)
    ]
    agree(GRAPHS, A, np.array(oracle), 0, against="the pairs")
    ages = names["X"][:, 0]
    means = [np.mean([ages[j] for j in range(5) if oracle[i][j]]) for i in range(5)]
    assert [round(m, 1) for m in means] == [21.5, 19.5, 24.3, 21.0, 31.0]
    assert "[21.5 19.5 24.3 21.  31. ]" in PROGRAMS.out("friends")


def test_the_figure_shows_the_same_friends():
    figure, names = (
        PROGRAMS.above("networks", before="def draw"),
        PROGRAMS.run("friends"),
    )
    who = names["names"]
    assert [*figure["FRIENDS"]] == who
    assert [eval(figure["PROFILES"][name]) for name in who] == names["profiles"]
    edges = [tuple(who.index(n) for n in pair.split()) for pair in figure["KNOW"]]
    A = graphs.adjacency_matrix(edges, 5)
    assert np.array_equal(A, names["A"])


def test_molecules_of_the_page(agree):
    masses = {"C": 12.011, "N": 14.007, "O": 15.999, "H": 1.008}
    known = {"ethanol": 46.069, "dimethyl ether": 46.069, "benzene": 78.114}
    known |= {"caffeine": 194.194}
    elements = "C", "N", "O", "H", "F", "Cl"
    rows = re.findall(r'\("([\w ]+)", "(\S+)"\)', PROGRAMS.text("molecules"))
    assert [name for name, _ in rows] == [*known]
    for name, smiles in rows:
        nodes, _ = graphs.molecule_graph(smiles)
        counts = dict(zip(elements, nodes.sum(axis=0), strict=True))
        mass = sum(n * masses.get(e, 0) for e, n in counts.items())
        agree(GRAPHS, mass, known[name], 2e-5, against="molar masses of handbooks")
    out = PROGRAMS.out("molecules")
    for formula in ("C2H6O", "C6H6", "C8H10N4O2"):
        assert formula in out


def test_numbering_is_arbitrary():
    assert PROGRAMS.out("exercise-renumbered").count("True") == 2
    names = PROGRAMS.run("exercise-renumbered")
    P = names["P"]
    assert np.array_equal(P @ P.T, np.eye(len(P)))
    assert graphs.molecular_formula(names["X"]) == "C2H4O2"


# --- outputs --------------------------------------------------------------------------


def test_a_label_each_and_a_label_for_all(agree):
    """Each sequence alone gives what it gives in the batch."""
    names = PROGRAMS.run("two-outputs")
    x, mask = names["x"], names["mask"]
    for n, length in enumerate((5, 3)):
        alone = x[n, :length]
        oracle = torch.tensor(alone) @ torch.tensor(nn.Linear(8, 6, rng=1).weight.T)
        oracle += torch.tensor(nn.Linear(8, 6, rng=1).bias)
        near = {"atol": 1e-14, "against": "each sequence alone"}
        agree(OUTPUTS, names["each"][n, :length], oracle, 1e-12, **near)
        one = nn.Linear(8, 2, rng=2).forward(alone.mean(axis=0)[None])[0]
        agree(OUTPUTS, names["one"][n], one, 1e-12, **near)
    assert mask.sum() == 8
    assert "(8, 6)" in PROGRAMS.out("two-outputs")


def test_an_output_of_its_own_length(agree):
    """Canonical numerals, read by the rule that a smaller one in front subtracts."""
    names = PROGRAMS.above("own-length", before="for number")
    worth = {"X": 10, "V": 5, "I": 1}
    for number in range(40):
        said = []
        while (symbol := names["next_symbol"](number, said)) != "END":
            said.append(symbol)
        text = "".join(said)
        assert re.fullmatch(r"X{0,3}(IX|IV|V?I{0,3})", text)
        values = [worth[c] for c in text] + [0]
        read = sum(-a if a < b else a for a, b in pairwise(values))
        agree(OUTPUTS, read, number, 0, against="the numeral read")
    lines = PROGRAMS.out("own-length").splitlines()
    assert [len(line.split()) - 3 for line in lines] == [1, 2, 7]


# --- windows --------------------------------------------------------------------------


@pytest.mark.equation("eq:same-input", by="a grid of p, and the tagger trained")
def test_equal_inputs_get_equal_answers(agree):
    p = np.linspace(0.001, 0.999, 999)
    losses = -np.log(p) - np.log(1 - p)
    agree(WINDOW, losses.min(), 2 * np.log(2), 1e-12, against="2 ln 2")
    assert p[losses.argmin()] == pytest.approx(0.5)
    words, tags = torch.tensor([[1, 2, 3, 2]]), torch.tensor([[0, 1, 2, 3]])
    found = {}
    for k in (0, 1):
        torch.manual_seed(0)
        model = WindowTagger(4, 3, 4, k).double()
        optimizer = torch.optim.Adam(model.parameters(), 0.1)
        for _ in range(200):
            loss = torch.nn.functional.cross_entropy(
                model(words).mT, tags, reduction="sum"
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        found[k] = loss.item()
    assert 2 * np.log(2) < found[0] < 2 * np.log(2) + 0.05
    assert found[1] < 0.05


@pytest.mark.equation("eq:window", by="torch's conv1d, and a loop over places")
def test_a_window_is_a_convolution(agree):
    torch.manual_seed(0)
    for k in (0, 1, 2):
        model = WindowTagger(9, 4, 3, k).double()
        x = torch.randint(1, 9, (2, 6))
        E, W, b = (p.detach() for p in model.parameters())
        blocks = W.unflatten(1, (2 * k + 1, 4))
        conv = torch.nn.functional.conv1d(E[x].mT, blocks.mT, b, padding=k).mT
        near = {"atol": 1e-14, "against": "torch conv1d"}
        agree(WINDOW, model(x), conv, 1e-12, **near)
        for n, t in np.ndindex(2, 6):  # the printed sum
            y = b.clone()
            for j in range(-k, k + 1):
                if 0 <= t + j < 6:
                    y += blocks[:, j + k] @ E[x[n, t + j]]
            near["against"] = "a loop over places"
            agree(WINDOW, model(x)[n, t], y, 1e-12, **near)


@pytest.mark.equation("eq:window-weights", "eq:all-to-all")
def test_weights_of_windows(agree, equation):
    symbols = {"k": "k", "d": "d", "C": "C"}
    window = equation("eq:window-weights", "Q", symbols)
    everything = equation("eq:all-to-all", "R", {"T": "T", "d": "d", "C": "C"})
    rows = re.findall(r"k = +(\d+): +\d+ frames, +([\d,]+)", PROGRAMS.out("whole"))
    assert len(rows) == 5
    for k, said in rows:
        model = WindowTagger(2, 80, 40, int(k))
        oracle = model.output.weight.numel()
        assert int(said.replace(",", "")) == oracle
        value = window(k=int(k), d=80, C=40)
        agree(WINDOW, oracle, value, 0, against=printed_equation(13))
    dense = torch.nn.Linear(100 * 80, 100 * 40, device="meta").weight.numel()
    agree(WINDOW, dense, everything(T=100, d=80, C=40), 0, against=printed_equation(14))
    assert f"{dense:,} weights" in PROGRAMS.out("whole")


# --- the experiment -------------------------------------------------------------------

STUDY = PROGRAMS.above("tagging")


def enumerated(k, longest):
    """The limit by all tag paths up to a length, sentence by sentence; and their share.

    Over windows (words and tag in the middle), from the definition: the expected
    number of right answers divided by that of words.
    """
    A, B, first = STUDY["A"], STUDY["B"], STUDY["FIRST"]
    mass, covered = {}, 0.0
    for T in range(1, longest + 1):
        for path in product(range(6), repeat=T):
            p = first[path[0]] * np.prod([A[a, b] for a, b in pairwise(path)])
            p *= A[path[-1], 6]
            if not p:
                continue
            covered += p
            for t, z in enumerate(path):
                around = [
                    {0: 1.0}
                    if not 0 <= s < T
                    else {w: B[path[s], w] for w in np.flatnonzero(B[path[s]])}
                    for s in range(t - k, t + k + 1)
                ]
                for words in product(*around):
                    q = p * np.prod([a[w] for a, w in zip(around, words, strict=False)])
                    mass.setdefault(words, np.zeros(6))[z] += q
    total = sum(m.sum() for m in mass.values())
    return sum(m.max() for m in mass.values()), total, covered


@pytest.mark.parametrize("k", [0, 1])
def test_the_limit_is_the_best_anybody_can_do(agree, k, monkeypatch):
    """Against all sentences, of a grammar changed so that they end by six words."""
    A = np.triu(STUDY["A"], 1)  # tags only go on: at most six words
    A[0, 1] = 0.05  # a tag that may come first, and after another
    A[:, 6] += 1 - A.sum(axis=1)
    assert (A >= 0).all()
    monkeypatch.setitem(STUDY, "A", A)
    right, total, covered = enumerated(k, 6)
    assert covered == pytest.approx(1)
    agree(WINDOW, STUDY["limit"](k), right / total, 1e-12, against="all sentences")


def test_the_limit_is_met_by_counting():
    """Of 40,000 sentences: the likeliest tag of each window, counted on one half."""
    words, tags = STUDY["sentences"](40_000, np.random.default_rng(5))
    padded = np.pad(words, ((0, 0), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, 3, axis=1)
    codes = windows @ [14**2, 14, 1]
    table = np.zeros((2, 14**3, 6))
    for half in range(2):
        inside = tags[half::2] < 6
        at = codes[half::2][inside], tags[half::2][inside]
        np.add.at(table[half], at, 1)
    guess = table[0].argmax(axis=1)
    right = table[1][np.arange(14**3), guess].sum() / table[1].sum()
    assert right == pytest.approx(STUDY["limit"](1), abs=0.01)


def test_rows_of_the_grammar():
    A, B, first = STUDY["A"], STUDY["B"], STUDY["FIRST"]
    for rows in (A, B, first[None]):
        np.testing.assert_allclose(rows.sum(axis=1), 1, rtol=1e-15)
    assert STUDY["WORDS"][0] == "(none)"
    assert STUDY["TAGS"][6] == "end"
    assert A.shape == (7, 7)
    assert B.shape == (7, 14)
    kinds = (B[:6] > 0).sum(axis=0)
    twofold = {w for w, n in zip(STUDY["WORDS"], kinds, strict=True) if n > 1}
    assert twofold == {"light", "fast", "still", "saw", "duck", "fly", "her"}


def test_sentences_follow_the_grammar():
    """Shares of 20,000, within five standard errors."""
    words, tags = STUDY["sentences"](20_000, np.random.default_rng(0))
    assert words.shape == tags.shape
    assert ((words == 0) == (tags == 6)).all()
    pairs = np.zeros((7, 7))
    np.add.at(pairs, (tags[:, :-1], tags[:, 1:]), 1)
    said = np.zeros((7, 14))
    np.add.at(said, (tags, words), 1)
    for counts, p in ((pairs[:6], STUDY["A"][:6]), (said[:6], STUDY["B"][:6])):
        n = counts.sum(axis=1, keepdims=True)
        assert (np.abs(counts / n - p) <= 5 * np.sqrt(p * (1 - p) / n) + 1e-12).all()
        assert not counts[p == 0].any()
    start = np.bincount(tags[:, 0], minlength=7) / len(tags)
    assert np.abs(start - STUDY["FIRST"]).max() < 0.02


def test_the_likeliest_tags_of_a_sentence(agree):
    """Against sums over all tags of all places."""
    A, B, first = STUDY["A"], STUDY["B"], STUDY["FIRST"]
    said = "her saw|I saw her duck|a duck saw her fly|the light fly sat still|her fly|I"
    for sentence in said.split("|"):  # in the first, what may end it decides
        words = [STUDY["WORDS"].index(word) for word in sentence.split()]
        T = len(words)
        posterior = np.zeros((T, 6))
        for path in product(range(6), repeat=T):
            p = first[path[0]] * A[path[-1], 6]
            for a, b in pairwise(path):
                p *= A[a, b]
            for t, z in enumerate(path):
                p *= B[z, words[t]]
            posterior[range(T), path] += p
        found = STUDY["likeliest"](words)
        best = posterior.max(axis=1)
        agree(WINDOW, posterior[range(T), found], best, 1e-12, against="all paths")


# --- exercises and faults -------------------------------------------------------------


def test_exercises():
    frames = audio.frame_signal(np.arange(24_000), 200, 80)
    assert len(frames) == 298
    assert 24_000 - (frames[-1, -1] + 1) == 40
    layer = torch.nn.Embedding(1000, 3)
    optimizer = torch.optim.Adam(layer.parameters(), 0.1)
    moved = []
    for words in ([1, 2], [3, 4]):
        before = layer.weight.detach().clone()
        optimizer.zero_grad()
        layer(torch.tensor(words)).sum().backward()
        optimizer.step()
        rows = (layer.weight != before).any(dim=1).nonzero().flatten()
        moved.append(rows.tolist())
    assert moved == [[1, 2], [1, 2, 3, 4]]  # the second step moves the first's words
    assert "means are equal: True" in PROGRAMS.out("exercise-bag")
    assert "pairs are equal: False" in PROGRAMS.out("exercise-bag")


def test_bad_input_of_what_is_shown_is_refused():
    with pytest.raises(IndexError, match="-1 is not in"):
        nn.Embedding(3, 2).forward(np.array([-1]))
    with pytest.raises(TypeError, match="whole numbers"):
        nn.Embedding(3, 2).forward(np.array([1.0]))
    with pytest.raises(ValueError, match="hold no frame"):
        audio.frame_signal(np.zeros(100), 400, 160)
    with pytest.raises(ValueError, match="not in this notation"):
        graphs.molecule_graph("c1ccccc1")
    with pytest.raises(ValueError, match="differ in shape"):
        pad_sequences([np.zeros((2, 3)), np.zeros((1, 2))])
