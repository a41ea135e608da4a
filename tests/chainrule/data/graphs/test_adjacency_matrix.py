import numpy as np
import pytest
from scipy.sparse import coo_array

from chainrule.data.graphs import adjacency_matrix

UNIT = "graph-inputs"
EDGES = [(0, 1), (2, 1), (3, 0), (1, 3)]


def test_is_scipys(agree):
    i, j = np.transpose(EDGES)
    one_way = coo_array((np.ones(4), (i, j)), (5, 5)).toarray()
    A = adjacency_matrix(EDGES, 5, directed=True)
    agree(UNIT, A, one_way, 0, against="scipy.sparse.coo_array")
    A = adjacency_matrix(EDGES, 5)
    agree(UNIT, A, one_way + one_way.T, 0, against="scipy.sparse.coo_array")
    assert np.array_equal(A, A.T)
    assert A.sum() == 2 * len(EDGES)


def test_an_edge_counts_once():
    A = adjacency_matrix([*EDGES, (1, 0), (0, 1)], 5)
    assert np.array_equal(A, adjacency_matrix(EDGES, 5))


def test_walks(agree):
    """A² counts ways of two steps, its trace the degrees' sum."""
    A = adjacency_matrix(EDGES, 5)
    ways = [
        [sum(A[i, m] * A[m, j] for m in range(5)) for j in range(5)] for i in range(5)
    ]
    agree(UNIT, A @ A, np.array(ways), 0, against="counting")
    assert np.trace(A @ A) == A.sum()


def test_no_edges():
    assert not adjacency_matrix([], 3).any()
    assert adjacency_matrix([], 3).shape == (3, 3)


@pytest.mark.parametrize(
    ("edges", "message"),
    [
        ([(0, 3)], "no edge from 0 to 3 among 3"),
        ([(-1, 0)], "no edge from -1 to 0"),
        ([(1, 1)], "no edge from 1 to 1"),
        ([(0, 1, 2)], "edges must be pairs"),
        ([0, 1], "edges must be pairs"),
        ([(0.0, 1.0)], "edges must be pairs"),
    ],
)
def test_refuses(edges, message):
    with pytest.raises(ValueError, match=message):
        adjacency_matrix(edges, 3)
