from sitekit.page.blocks import Block
from sitekit.page.paths import Page
from sitekit.page.programs import Kind
from sitekit.render import actions


def test_a_button_says_what_runs_before_and_how_to_compare(tmp_path):
    page = Page(tmp_path, "en", "basics/line.md")
    block = Block(4, 9, "x", (), "1\n", Kind("numeric", 1e-3), needs=(0, 2))
    assert actions.run(page, block, "") == (
        '<button data-tool="run" data-needs="0 2" data-kind="numeric" '
        'data-rtol="0.001" aria-label="Run listing 5" hidden>Run</button>'
    )
    text = Block(0, 9, "x", (), "1\n")
    assert 'data-kind="exact"' in actions.run(page, text, "")
    assert "data-kind" not in actions.run(page, Block(0, 9, "x", ()), "")
    chinese = Page(tmp_path, "zh", "basics/line.md")
    assert 'aria-label="运行代码 1" hidden>运行<' in actions.run(chinese, text, "")


def test_what_does_not_run_leads_to_the_notebook(tmp_path):
    page, block = Page(tmp_path, "en", "basics/line.md"), Block(0, 9, "x", ())
    link = actions.run(page, block, "torch")
    assert 'href="../line.ipynb"' in link
    assert 'title="Runs in the notebook: a browser has no PyTorch"' in link
    assert "would take long" in actions.run(page, block, "slow")
    assert "reads a file" in actions.run(page, block, "file")
    home = actions.run(Page(tmp_path, "zh", "index.md"), block, "scipy")
    assert 'href="index.ipynb"' in home
    assert "浏览器里没有 SciPy" in home
