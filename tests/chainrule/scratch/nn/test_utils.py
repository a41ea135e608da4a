import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Linear, Sequential, Sigmoid
from chainrule.scratch.nn.utils import parameters_to_vector, vector_to_parameters

UNIT = "network-matrix-form"


def network(seed=0):
    rng = np.random.default_rng(seed)
    return Sequential(Linear(3, 4, rng), Sigmoid(), Linear(4, 1, rng))


@pytest.mark.equation("eq:theta", by="torch.nn.utils.parameters_to_vector")
def test_one_vector(agree):
    arrays = network().params
    tensors = [torch.tensor(array) for array in arrays]
    oracle = torch.nn.utils.parameters_to_vector(tensors)
    theta = parameters_to_vector(arrays)
    against = "torch.nn.utils.parameters_to_vector"
    agree(UNIT, theta, oracle, 0, against=against)
    W, b, c, b0 = arrays  # as (3.10) has them
    assert theta.tolist() == [*W.ravel(), *b, *c[0], *b0]


def test_and_back():
    one, two = network(0), network(1)
    before = two.params
    vector_to_parameters(parameters_to_vector(one.params), two.params)
    for mine, other, was in zip(one.params, two.params, before, strict=True):
        assert np.array_equal(mine, other)
        assert other is was  # the model's own arrays


@pytest.mark.parametrize("shape", [(20,), (22,), (21, 1), ()])
def test_a_vector_of_the_wrong_length(shape):
    model = network()
    before = parameters_to_vector(model.params)
    with pytest.raises(ValueError, match="numbers for 21 places"):
        vector_to_parameters(np.zeros(shape), model.params)
    assert np.array_equal(parameters_to_vector(model.params), before)
