import pytest

from sitekit.page.pictures import address, explorer, inches, pixels


def test_address():
    found = address("basics/line", "wave", "zh")
    assert found == "figures/basics/line/wave.zh.svg"
    assert address("index", "basics/line/wave", "zh") == found


@pytest.mark.parametrize(
    ("program", "size", "css"),
    [
        ("fig, ax = plt.subplots()", (5.6, 3.5), (538, 336)),
        ("plt.subplots(2, 1, figsize=(5.2, 5), sharex=True)", (5.2, 5), (499, 480)),
        ("a = plt.figure(\n    figsize=(6, 4.25)\n)", (6, 4.25), (576, 408)),
        ("figsize=(1, 2)\nfigsize=(3, 4)", (1, 2), (96, 192)),
        ("figsize=size", (5.6, 3.5), (538, 336)),
    ],
)
def test_size_that_a_program_states(program, size, css):
    assert inches(program) == size
    assert pixels(program) == css


@pytest.mark.parametrize(
    ("program", "kind"),
    [
        ('# kind: figure\nEXPLORER = "race"\n', "race"),
        ('    EXPLORER = "race"\n', ""),
        ("EXPLORER = None\n", ""),
        ("def draw(lang): ...\n", ""),
    ],
)
def test_explorer_that_a_program_says(program, kind):
    assert explorer(program) == kind
