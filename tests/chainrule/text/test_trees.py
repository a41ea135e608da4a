import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chainrule.text import sequence_to_tree, tree_to_sequence

UNIT = "syntactic-parsing-as-seq2seq"
SLIDE = (
    "S",
    ("NP", "deep", "learning"),
    ("VP", "is", ("ADJV", "very", "powerful")),
)
NAMES = st.builds(
    "".join, st.tuples(st.sampled_from("aS习"), st.text("b().", max_size=2))
)
TREES = st.recursive(
    NAMES,
    lambda below: st.builds(
        lambda label, children: (label, *children),
        NAMES,
        st.lists(below, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


@given(TREES)
def test_round_trip(tree):
    tokens = tree_to_sequence(tree)
    assert sequence_to_tree(tokens) == tree
    assert sequence_to_tree(" ".join(tokens).split()) == tree


def test_the_tree_of_the_notes(agree):
    """Against the usual brackets, read by another parser: Python's own."""
    tokens = tree_to_sequence(SLIDE)
    said = "(S (NP deep learning )NP (VP is (ADJV very powerful )ADJV )VP )S"
    assert tokens == said.split()
    usual = re.sub(r"\)\w+", ")", said)
    python = re.sub(r"\((\w+) ", r"('\1', ", usual)
    python = re.sub(r"(?<![\w'(])(\w+)(?!')", r"'\1',", python).replace(")", "),")
    assert eval(python.rstrip(",")) == SLIDE
    counts = [sum(t[0] == b for t in tokens) for b in "()"]
    agree(UNIT, counts, [4, 4], 0, against="nodes counted by hand")


def test_the_example_of_the_paper():
    """Vinyals et al. (2015), figure 2: John has a dog."""
    said = "(S (NP NNP )NP (VP VBZ (NP DT NN )NP )VP . )S"
    tree = ("S", ("NP", "NNP"), ("VP", "VBZ", ("NP", "DT", "NN")), ".")
    assert sequence_to_tree(said.split()) == tree
    assert tree_to_sequence(tree) == said.split()


def test_a_word_alone_is_a_tree():
    assert sequence_to_tree(tree_to_sequence("yes")) == "yes"


@pytest.mark.parametrize(
    ("said", "match"),
    [
        ("(S a", r"'\(S' is never closed"),
        ("(S (NP a )NP", r"'\(S' is never closed"),
        ("(S (NP a )S )NP", r"'\)S' at 3 closes nothing"),
        (")S", r"'\)S' at 0 closes nothing"),
        ("(S a )S )S", r"'\)S' at 3: the tree has ended"),
        ("(S a )S b", "'b' at 3: the tree has ended"),
        ("(S a )S (S b )S", r"'\(S' at 3: the tree has ended"),
        ("a b", "'b' at 1: the tree has ended"),
        ("(S )S", r"'\)S' at 1: nothing inside"),
        ("( a )", "neither a word nor a label: ''"),
        ("", "no tokens"),
    ],
)
def test_brackets_that_are_no_tree(said, match):
    with pytest.raises(ValueError, match=match):
        sequence_to_tree(said.split())


@pytest.mark.parametrize(
    ("tree", "error", "match"),
    [
        (("S",), ValueError, "nothing below 'S'"),
        (("S", "a b"), ValueError, "neither a word nor a label: 'a b'"),
        (("S", "(a"), ValueError, r"neither a word nor a label: '\(a'"),
        (("S", ")"), ValueError, r"neither a word nor a label: '\)'"),
        (("", "a"), ValueError, "neither a word nor a label: ''"),
        (("S", " a"), ValueError, "neither a word nor a label: ' a'"),
        ((3, "a"), TypeError, "strings, got 3"),
    ],
)
def test_trees_that_cannot_be_written(tree, error, match):
    with pytest.raises(error, match=match):
        tree_to_sequence(tree)
