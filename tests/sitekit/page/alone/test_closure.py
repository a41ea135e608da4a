from sitekit.page.alone import modules
from sitekit.page.alone.closure import order, reach, text, used
from sitekit.page.alone.modules import Target

# As an engine does: its package hands on what imports the package's other modules.
FILES = {
    "__init__": "from chainrule.engine.machine import Machine\n",
    "machine": "from chainrule.engine import parts\n\n\nclass Machine:\n"
    "    wheel = parts.wheel()\n",
    "parts": "from chainrule.engine.size import SIZE\n\n\ndef wheel():\n"
    "    return SIZE\n",
    "size": "SIZE = 1  # a small one\n",
}


def root_of(project):
    for name, said in FILES.items():
        project.write(f"src/chainrule/engine/{name}.py", said)
    modules.forget()
    return project.root


def test_packages_run_before_their_modules(project):
    found = order(root_of(project), ["chainrule.engine.size", "chainrule.engine.parts"])
    names = [name.rpartition(".")[2] for name in found]
    assert names == ["chainrule", "size", "parts", "machine", "engine"]


def test_a_part_asked_for_first_stands_where_python_would_run_it(project):
    root = root_of(project)
    project.write(
        "src/chainrule/engine/late.py",
        "from chainrule.engine import Machine\n\n\nclass Late(Machine):\n    pass\n",
    )
    modules.forget()
    found = order(root, ["chainrule.engine.late"])
    assert found.index("chainrule.engine.machine") < found.index(
        "chainrule.engine.late"
    )


def test_statements_that_a_name_needs(project):
    root = root_of(project)
    found = reach(root, [Target("own", "chainrule.engine.machine", "Machine")])
    modules_ = {module.rpartition(".")[2] for module, _ in found.statements}
    assert modules_ == {"machine", "parts", "size"}


def test_a_statement_is_written_as_it_stands(project):
    root = root_of(project)
    said = text(root, "chainrule.engine.size", 0, lambda target: target.name)
    assert said == "SIZE = 1  # a small one\n"
    said = text(root, "chainrule.engine.machine", 1, lambda target: f"my_{target.name}")
    assert said == "class my_Machine:\n    wheel = my_wheel()\n"
    assert used(root, "chainrule.engine.parts", 1).local == set()
