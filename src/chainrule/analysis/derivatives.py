"""First and second derivatives of a scalar loss by all its parameters.

All P numbers of the parameters count as one flat vector, in the order of the
list and row by row within a tensor, as model.parameters() gives them.
"""

# --8<-- [start:derivatives]
import torch


def gradient(loss, parameters, create_graph=False):
    """All first derivatives of a scalar loss, (P,).

    parameters is an iterable of real tensors; one that the loss does not use
    gets zeros. The graph is kept, so that a Hessian may follow. With
    create_graph, the result can itself be differentiated.
    Raises ValueError if the loss is no finite real scalar or depends on
    no parameter, and if a parameter is doubled or takes no gradient.
    """
    parameters = _checked(loss, parameters)
    return _flat(loss, parameters, create_graph=create_graph)


def hessian_operator(loss, parameters):
    """The function v -> H v, (P,) -> (P,); H is never formed.

    H v is the derivative of the number gᵀv (Pearlmutter, 1994). The
    gradient g is taken once, here; a product costs about two more.
    Raises ValueError as gradient does; the function, for a v that is not
    (P,) and finite.
    """
    parameters = _checked(loss, parameters)
    g = _flat(loss, parameters, create_graph=True)

    def product(v):
        v = torch.as_tensor(v, dtype=g.dtype, device=g.device)
        if v.shape != g.shape or not v.isfinite().all():
            shapes = f"{tuple(g.shape)}, got {tuple(v.shape)}"
            raise ValueError(f"v must be finite and of shape {shapes}")
        return _flat(g @ v, parameters)

    return product


def hessian_vector_product(loss, parameters, v):
    """H v, (P,), once: hessian_operator(loss, parameters)(v)."""
    return hessian_operator(loss, parameters)(v)


def hessian(loss, parameters):
    """All second derivatives, (P, P): row i is the gradient of g_i.

    Symmetric up to rounding; the rounding is not hidden by averaging.
    Raises ValueError as gradient does.
    """
    parameters = _checked(loss, parameters)
    g = _flat(loss, parameters, create_graph=True)
    return torch.stack([_flat(g_i, parameters) for g_i in g])


# --8<-- [end:derivatives]


# --8<-- [start:checked]
def _flat(number, parameters, create_graph=False):
    """The derivatives of a number by all parameters, one after another."""
    if not number.requires_grad:  # a gradient may be constant
        return torch.cat([torch.zeros_like(p).flatten() for p in parameters])
    found = torch.autograd.grad(
        number,
        parameters,
        create_graph=create_graph,
        retain_graph=True,
        materialize_grads=True,
    )
    return torch.cat([part.flatten() for part in found])


def _checked(loss, parameters):
    """The parameters as a list, if these are derivatives one can ask for."""
    if isinstance(parameters, torch.Tensor):
        parameters = [parameters]
    parameters = list(parameters)
    if not parameters:
        raise ValueError("there are no parameters")
    for i, p in enumerate(parameters):
        if not (p.is_floating_point() and p.requires_grad):
            raise ValueError(f"parameter {i} takes no real gradient")
    if len({id(p) for p in parameters}) < len(parameters):
        raise ValueError("a parameter is in the list twice")
    if loss.numel() != 1 or not loss.is_floating_point():
        what = f"{loss.dtype} of shape {tuple(loss.shape)}"
        raise ValueError(f"the loss must be one real number, got {what}")
    if not loss.requires_grad:
        raise ValueError("the loss depends on no parameter")
    if not loss.isfinite():
        raise ValueError(f"the loss must be finite, got {loss.item()}")
    return parameters


# --8<-- [end:checked]
