"""Many tensors that an elementwise `update` takes for one."""

from collections.abc import Callable
from typing import Any

import torch

Method = Callable[..., Any]


def _new(foreach: Method) -> Method:
    def method(self: "TensorList", *args: Any, **kwargs: Any) -> "TensorList":
        return TensorList(foreach(self, *args, **kwargs))

    return method


def _in_place(foreach: Method) -> Method:
    def method(self: "TensorList", *args: Any, **kwargs: Any) -> "TensorList":
        foreach(self, *args, **kwargs)
        return self

    return method


def _compared(self: object, other: object) -> bool:
    """A list's would compare tensor by tensor, by their order."""
    raise TypeError(
        "a TensorList cannot be compared: `update` sees many tensors"
    )


class TensorList(list[torch.Tensor]):
    """Has these methods of a tensor, each one call of torch for all of them.

    A method in place returns the list itself. Raises AttributeError for a
    method that is not here, with the names of those that are.

    >>> x = TensorList([torch.tensor([1.0, 4.0]), torch.tensor(9.0)])
    >>> x.sqrt_().add(1)
    [tensor([2., 3.]), tensor(4.)]
    """

    abs, abs_ = _new(torch._foreach_abs), _in_place(torch._foreach_abs_)
    add, add_ = _new(torch._foreach_add), _in_place(torch._foreach_add_)
    addcdiv = _new(torch._foreach_addcdiv)
    addcdiv_ = _in_place(torch._foreach_addcdiv_)
    addcmul = _new(torch._foreach_addcmul)
    addcmul_ = _in_place(torch._foreach_addcmul_)
    clamp_max = _new(torch._foreach_clamp_max)
    clamp_max_ = _in_place(torch._foreach_clamp_max_)
    clamp_min = _new(torch._foreach_clamp_min)
    clamp_min_ = _in_place(torch._foreach_clamp_min_)
    copy_ = _in_place(torch._foreach_copy_)
    div, div_ = _new(torch._foreach_div), _in_place(torch._foreach_div_)
    exp, exp_ = _new(torch._foreach_exp), _in_place(torch._foreach_exp_)
    lerp, lerp_ = _new(torch._foreach_lerp), _in_place(torch._foreach_lerp_)
    log, log_ = _new(torch._foreach_log), _in_place(torch._foreach_log_)
    maximum = _new(torch._foreach_maximum)
    minimum = _new(torch._foreach_minimum)
    mul, mul_ = _new(torch._foreach_mul), _in_place(torch._foreach_mul_)
    neg, neg_ = _new(torch._foreach_neg), _in_place(torch._foreach_neg_)
    pow, pow_ = _new(torch._foreach_pow), _in_place(torch._foreach_pow_)
    reciprocal = _new(torch._foreach_reciprocal)
    reciprocal_ = _in_place(torch._foreach_reciprocal_)
    sigmoid = _new(torch._foreach_sigmoid)
    sigmoid_ = _in_place(torch._foreach_sigmoid_)
    sign, sign_ = _new(torch._foreach_sign), _in_place(torch._foreach_sign_)
    sqrt, sqrt_ = _new(torch._foreach_sqrt), _in_place(torch._foreach_sqrt_)
    sub, sub_ = _new(torch._foreach_sub), _in_place(torch._foreach_sub_)
    tanh, tanh_ = _new(torch._foreach_tanh), _in_place(torch._foreach_tanh_)
    zero_ = _in_place(torch._foreach_zero_)

    # Without these, a formula in plain arithmetic would join and repeat lists.
    __add__ = __radd__ = add
    __sub__, __neg__, __abs__, __pow__ = sub, neg, abs, pow
    __mul__ = __rmul__ = mul
    __truediv__ = div
    __iadd__, __isub__, __imul__, __itruediv__ = add_, sub_, mul_, div_
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = _compared

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(
            f"`update` sees many tensors at once, and they have no {name!r}, "
            f"only {', '.join(METHODS)}; elementwise = False shows it one"
        )


METHODS = [name for name in vars(TensorList) if not name.startswith("_")]
