"""Who may import whom, where third parties and the inside of torch are concerned."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# The first folder that holds a file decides; a name allows all that lies below it.
ALLOWED = {
    "src/chainrule/scratch/training/": "stdlib numpy chainrule.scratch",
    "src/chainrule/scratch/models/estimator.py": "stdlib",  # it warns
    "src/chainrule/scratch/": "numpy chainrule.scratch",
    "src/chainrule/optim/": "stdlib numpy torch chainrule.optim",
    "src/chainrule/nn/": "stdlib numpy torch chainrule.nn",
    "src/chainrule/models/": "stdlib torch chainrule.nn chainrule.models",
    "src/chainrule/data/": "stdlib numpy tqdm chainrule.data",
    "src/chainrule/training/": "stdlib numpy torch tqdm chainrule.training",
    "src/chainrule/analysis/": "stdlib numpy torch chainrule.analysis",
    "src/chainrule/generation/": "stdlib torch chainrule.generation",
    "src/chainrule/text/": "stdlib chainrule.text",
    "src/chainrule/check/": "stdlib numpy chainrule.check chainrule.scratch",
    "src/chainrule/": "",
    "src/sitekit/check/": "stdlib sitekit matplotlib numpy pytest pytest_codeblocks "
    "torch xdist",
    "src/sitekit/build/book/": "stdlib sitekit ebooklib lxml mkdocs playwright "
    "pypdf tqdm",
    "src/sitekit/build/browser/": "stdlib numpy near",  # what runs there
    "src/sitekit/build/chromium.py": "stdlib playwright",
    "src/sitekit/": "stdlib sitekit PIL bibtexparser cycler fontTools jinja2 "
    "markdown material matplotlib mkdocs mkdocs_jupyter numpy py_mini_racer pygments "
    "pymdownx tinycss2 "
    "tqdm yaml",
    "snippets/": "stdlib chainrule numpy torch sklearn scipy matplotlib tqdm",
}
IN_FUNCTIONS = {
    "src/chainrule/check/": "hypothesis",
    "src/chainrule/data/": "torch",
    "src/chainrule/nn/": "scipy",
    "src/sitekit/check/": "sympy",
    "src/sitekit/": "sklearn torch",
}
# Of torch's layers and optimizers the reference implementation uses these alone.
BASES = (
    "torch.nn.Module",
    "torch.nn.ModuleList",
    "torch.nn.Parameter",
    "torch.nn.functional.scaled_dot_product_attention",
    "torch.nn.functional.grid_sample",  # resampling
    "torch.nn.functional.interpolate",
    "torch.nn.functional.pad",  # copying
    "torch.nn.functional.unfold",
    "torch.optim.Optimizer",
    "torch.optim.lr_scheduler.LRScheduler",
)
FILES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for folder in ("src", "snippets")
    for path in sorted((ROOT / folder).rglob("*.py"))
}


def within(name: str, package: str) -> bool:
    return f"{name}.".startswith(f"{package}.")


def imports(tree: ast.AST) -> Iterator[tuple[ast.stmt, str, str]]:
    """Each imported thing: the statement, its full name, its name in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name, alias.asname or alias.name
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                yield node, f"{module}.{alias.name}", alias.asname or alias.name


def allows(names: str, name: str) -> bool:
    stdlib = "stdlib" in names and name.split(".")[0] in sys.stdlib_module_names
    return stdlib or any(within(name, package) for package in names.split())


def foreign(path: str, code: str) -> list[str]:
    """Imports that a file in this place may not make."""
    tree = ast.parse(code)
    folder = next(folder for folder in ALLOWED if path.startswith(folder))
    late = {
        inner
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef)
        for inner in ast.walk(outer)
    }
    return [
        f"{path}:{node.lineno}: {name}"
        for node, name, _ in imports(tree)
        if not allows(ALLOWED[folder], name)
        and not (node in late and allows(IN_FUNCTIONS.get(folder, ""), name))
    ]


def ready_made(path: str, code: str) -> list[str]:
    """Layers, losses and optimizers of torch's own that a file uses."""
    tree = ast.parse(code)
    found = [(node.lineno, name) for node, name, _ in imports(tree)]
    full = {local: name for _, name, local in imports(tree)}
    full = {local: name for local, name in full.items() if "." not in local}
    full |= {"torch": "torch"}
    chains = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    inner = {node.value for node in chains}
    for node in chains:
        root, *rest = ast.unparse(node).split(".")
        if node not in inner and root in full:
            found.append((node.lineno, ".".join([full[root], *rest])))
    return [
        f"{path}:{line}: {name}"
        for line, name in sorted(set(found))
        if within(name, "torch.nn") or within(name, "torch.optim")
        if not any(within(name, base) or within(base, name) for base in BASES)
    ]


def test_each_file_imports_only_what_its_folder_may():
    assert [
        fault for path, code in FILES.items() for fault in foreign(path, code)
    ] == []


def test_reference_code_uses_nothing_ready_made():
    ours = [path for path in FILES if path.startswith("src/chainrule/")]
    assert [fault for path in ours for fault in ready_made(path, FILES[path])] == []


@pytest.mark.parametrize(
    ("path", "code", "names"),
    [
        ("src/chainrule/scratch/x.py", "import torch", ["torch"]),
        ("src/chainrule/scratch/x.py", "import numpy, math", ["math"]),
        ("src/chainrule/scratch/x.py", "import numpy as np\nfrom numpy import ma", []),
        ("src/chainrule/scratch/x.py", "import numpyro", ["numpyro"]),
        ("src/chainrule/optim/x.py", "import math, torch, scipy", ["scipy"]),
        (
            "src/chainrule/optim/x.py",
            "from chainrule.nn import Linear",
            ["chainrule.nn.Linear"],
        ),
        ("src/chainrule/optim/x.py", "from . import sgd", ["..sgd"]),
        ("src/chainrule/analysis/x.py", "import torch, scipy", ["scipy"]),
        (
            "src/chainrule/analysis/x.py",
            "from chainrule.scratch import analysis",
            ["chainrule.scratch.analysis"],
        ),
        ("src/chainrule/nn/x.py", "def f():\n    import sklearn", ["sklearn"]),
        (
            "src/chainrule/models/x.py",
            "from chainrule.optim import SGD",
            ["chainrule.optim.SGD"],
        ),
        ("src/chainrule/data/x.py", "def f():\n    import torch", []),
        ("src/chainrule/data/x.py", "import torch", ["torch"]),
        ("src/chainrule/training/x.py", "import torch, tqdm", []),
        ("src/chainrule/check/x.py", "import torch, json", ["torch"]),
        ("src/chainrule/check/x.py", "import hypothesis", ["hypothesis"]),
        ("src/chainrule/check/x.py", "def f():\n    import hypothesis", []),
        ("src/sitekit/x.py", "import chainrule.nn", ["chainrule.nn"]),
        ("src/sitekit/x.py", "from torch import nn", ["torch.nn"]),
        ("snippets/a/b/x.py", "import sitekit, torch, sys", ["sitekit"]),
        ("snippets/a/b/x.py", "from steps import x", ["steps.x"]),
        ("snippets/a/b/x.py", "import snippets.a.b.steps", ["snippets.a.b.steps"]),
    ],
)
def test_a_foreign_import_is_caught(path, code, names):
    assert [fault.rsplit(" ", 1)[1] for fault in foreign(path, code)] == names


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import torch\ntorch.nn.Linear(2, 1)", ["x.py:2: torch.nn.Linear"]),
        ("import torch.nn as N\nN.MSELoss()", ["x.py:2: torch.nn.MSELoss"]),
        ("from torch import nn\nnn.init.zeros_(w)", ["x.py:2: torch.nn.init.zeros_"]),
        ("from torch.nn import Linear", ["x.py:1: torch.nn.Linear"]),
        ("from torch.nn import *", ["x.py:1: torch.nn.*"]),
        (
            "import torch.nn.functional as F\nF.relu(x)",
            ["x.py:2: torch.nn.functional.relu"],
        ),
        ("import torch.nn\ntorch.optim.SGD(p)", ["x.py:2: torch.optim.SGD"]),
        (
            "from torch.optim import lr_scheduler as s\ns.StepLR(o)",
            ["x.py:2: torch.optim.lr_scheduler.StepLR"],
        ),
    ],
)
def test_a_ready_made_part_is_caught(code, said):
    assert ready_made("x.py", code) == said


def test_what_the_package_may_import_comes_with_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    installed = {re.match(r"[\w-]+", need)[0] for need in project["dependencies"]}
    allowed = [names for path, names in ALLOWED.items() if "src/chainrule/" in path]
    names = {name.split(".")[0] for names in allowed for name in names.split()}
    assert names - {"stdlib", "chainrule"} == installed


def test_what_torch_builds_on_may_be_used():
    code = (
        "import torch\nfrom torch import nn\n"
        "class A(nn.Module): w = nn.Parameter(torch.empty(1))\n"
        "class B(torch.optim.Optimizer): add = torch.optim.Optimizer.step\n"
        "torch.nn.functional.scaled_dot_product_attention(q, k, v)"
    )
    assert ready_made("x.py", code) == []
