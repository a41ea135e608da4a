"""What kind of critical point a Hessian shows."""

import numpy as np

from chainrule.check.exercise import Exercise, Mistake
from chainrule.scratch.analysis import classify_critical_point


def by_the_determinant(H, tol):
    determinant = np.linalg.det(H)
    if abs(determinant) <= tol:
        return "undecided"
    if determinant < 0:
        return "saddle"
    return "minimum" if H[0, 0] > 0 else "maximum"


def by_the_diagonal(H, tol):
    d = np.diag(H)
    if (d > tol).any() and (d < -tol).any():
        return "saddle"
    if (d > tol).all():
        return "minimum"
    return "maximum" if (d < -tol).all() else "undecided"


def zeros_pass(H, tol):
    eigenvalues = np.linalg.eigvalsh(H)
    if (eigenvalues >= -tol).all():
        return "minimum"
    return "maximum" if (eigenvalues <= tol).all() else "saddle"


def zeros_first(H, tol):
    eigenvalues = np.linalg.eigvalsh(H)
    if (np.abs(eigenvalues) <= tol).any():
        return "undecided"
    return classify_critical_point(H, tol)


def never_undecided(H, tol):
    kind = classify_critical_point(H, tol)
    return "saddle" if kind == "undecided" else kind


def no_tolerance(H, tol):
    return classify_critical_point(H, 0.0)


def inputs(rng):
    yield {"H": np.array([[2.0, 0.0], [0.0, 3.0]]), "tol": 1e-9}
    yield {"H": np.array([[1.0, 2.0], [2.0, 1.0]]), "tol": 1e-9}
    yield {"H": np.array([[-2.0, 1.0], [1.0, -3.0]]), "tol": 1e-9}
    yield {"H": np.diag([2.0, 0.0]), "tol": 1e-9}
    yield {"H": np.diag([2.0, 0.0, -1.0]), "tol": 1e-9}
    yield {"H": np.diag([-1.0, -2.0, -3.0, 0.0]), "tol": 1e-9}
    yield {"H": np.diag([-1.0, -2.0, 3.0]), "tol": 1e-9}
    yield {"H": np.diag([2.0, 1.0, -1e-4]), "tol": 1e-3}
    yield {"H": np.diag([2.0, 0.5]), "tol": 0.5}
    yield {"H": np.diag([-2.0, -0.5]), "tol": 0.5}
    A = rng.normal(size=(4, 4))
    yield {"H": A @ A.T, "tol": 1e-9}
    yield {"H": A + A.T, "tol": 1e-9}


EXERCISE = Exercise(
    page="optimization/critical-points",
    equation="eq:eigenvalue-test",
    number="19.5",
    right=classify_critical_point,
    inputs=inputs,
    mistakes=(
        Mistake(
            by_the_determinant,
            "行列式只在二维够用：三维里两负一正的行列式也是正的。看特征值。",
            "the determinant does in two dimensions alone: two negative eigenvalues of "
            "three make it positive. Look at the eigenvalues.",
        ),
        Mistake(
            by_the_diagonal,
            "只看了对角线：H₁₁ 和 H₂₂ 都为正，斜着走仍可能下降。看特征值。",
            "this looks at the diagonal. With both entries positive it may still fall "
            "along a slanted direction: take the eigenvalues.",
        ),
        Mistake(
            zeros_pass,
            "有零特征值时也答了最小值或最大值：那里由更高阶的项决定，应答 undecided。",
            "zero eigenvalues pass for a minimum or maximum. "
            "Higher terms decide there: undecided.",
        ),
        Mistake(
            zeros_first,
            "一有零特征值就放弃了：有正又有负时，不论有没有零，都是鞍点。",
            "one zero eigenvalue and it gives up. With a positive and a negative one "
            "it is a saddle, whatever else there is.",
        ),
        Mistake(
            never_undecided,
            "从不回答 undecided：既非最小值也非最大值，未必就是鞍点。",
            "nothing is ever undecided. What is no minimum and no maximum need not be "
            "a saddle.",
        ),
        Mistake(
            no_tolerance,
            "没有用 tol：算出来的零很少恰好是零，±tol 之内都当作零。",
            "tol is not used. A computed zero is seldom zero: within ±tol counts as "
            "zero.",
        ),
    ),
    zh="由海森矩阵判断临界点：H (p, p) 对称；|λ| ≤ tol 的特征值当作零。"
    '返回 "minimum"、"maximum"、"saddle" 或 "undecided"。',
    en="the kind of a critical point by its Hessian: H (p, p) is symmetric, "
    'eigenvalues with |λ| ≤ tol count as zero. Returns "minimum", "maximum", '
    '"saddle" or "undecided".',
)
