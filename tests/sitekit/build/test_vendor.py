import hashlib
import shutil

import pytest

from sitekit.build import vendor


@pytest.fixture
def folder(tmp_path):
    names = "pyodide.js", "numpy-1.whl", "tqdm-1.whl"
    sums = [f"{hashlib.sha256(n.encode()).hexdigest()}  {n}" for n in names]
    for name in names:
        (tmp_path / name).write_text(name, "utf-8")
    (tmp_path / "README.md").write_text("\n".join(sums), "utf-8")
    return tmp_path


def test_what_is_vendored_is_what_the_readme_names():
    assert vendor.faults() == {}


def test_nothing_is_fetched_while_all_is_well(folder, monkeypatch):
    monkeypatch.setattr(vendor, "fetched", lambda path: pytest.fail("asked"))
    assert vendor.renew(folder) == []


def test_what_is_wrong_is_fetched_or_said(folder, monkeypatch, tmp_path_factory):
    came = tmp_path_factory.mktemp("came")
    for name in ("pyodide.js", "tqdm-1.whl"):
        shutil.copyfile(folder / name, came / name)
        (folder / name).write_text("broken", "utf-8")
    (folder / "numpy-1.whl").unlink()
    (came / "tqdm-1.whl").write_text("a newer one", "utf-8")
    monkeypatch.setattr(vendor, "fetched", lambda path: sorted(came.iterdir()))
    numpy, tqdm = vendor.renew(folder)
    assert numpy == (
        "numpy-1.whl: is not there; no registry has it, Pyodide's release has"
    )
    sum_ = hashlib.sha256(b"a newer one").hexdigest()
    assert tqdm == f"tqdm-1.whl: is another: {sum_}"


def test_the_versions_are_those_of_the_files():
    names = {path.name for path in vendor.FOLDER.iterdir()}
    assert f"tqdm-{vendor.TQDM}-py3-none-any.whl" in names
    readme = (vendor.FOLDER / "README.md").read_text("utf-8")
    assert f"Pyodide {vendor.PYODIDE}" in readme
