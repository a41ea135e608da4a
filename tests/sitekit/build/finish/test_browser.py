import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

from sitekit.build.finish import browser

ROOT = Path(__file__).parents[4]
IMPORT = re.compile(rb"^ *(import|from) torch\b", re.M)


def test_the_folder_has_all_that_its_lock_names(project, tmp_path):
    browser.write_all(project.root, tmp_path)
    folder = tmp_path / "run"
    lock = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))
    assert set(lock["packages"]) == {"numpy", "tqdm", "chainrule", "datasets"}
    for package in lock["packages"].values():
        data = (folder / package["file_name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == package["sha256"]
        assert set(package["depends"]) <= set(lock["packages"])
    assert not (folder / "README.md").exists()
    assert (folder / "licences" / "NumPy.txt").is_file()
    assert "sourceMappingURL" not in (folder / "pyodide.js").read_text("utf-8")


def test_the_worker_knows_how_much_it_loads(project, tmp_path):
    browser.write_all(project.root, tmp_path)
    worker = (tmp_path / "run/worker.js").read_text("utf-8")
    total = int(worker.split("const total = ")[1].split()[0])
    parts = [p for p in (tmp_path / "run").iterdir() if p.suffix in browser.SIZED]
    assert total == sum(path.stat().st_size for path in parts) > 15e6


def test_what_a_page_asks_for_and_whole_packages_go_along(project):
    assert sorted(browser.modules(project.root)) == [
        "chainrule/__init__.py",
        "chainrule/nn/__init__.py",
        "chainrule/nn/line.py",
    ]


def test_nothing_that_goes_along_needs_torch():
    files = browser.modules(ROOT)
    assert {"chainrule/scratch/nn/__init__.py", "chainrule/data/spirals.py"} <= {*files}
    assert [n for n, text in files.items() if IMPORT.search(text)] == []


def test_the_same_files_are_the_same_archive():
    files = {"b.py": b"2", "a.py": b"1"}
    data = browser.packed(files)
    assert data == browser.packed(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["a.py", "b.py"]
        assert archive.read("b.py") == b"2"


def test_the_data_sets_have_their_licence():
    files = browser.sets()
    assert b"BSD 3-Clause" in files["sklearn/datasets/data/COPYING"]
    assert b"load_digits" in files["sklearn/datasets/__init__.py"]
    assert b"train_test_split" in files["sklearn/model_selection/__init__.py"]
