import pytest

from sitekit.page.near import near

KEPT = "loss 0.5000 after 12 steps of 1.2e-05\n"


@pytest.mark.parametrize(
    ("printed", "rtol", "same"),
    [
        (KEPT, 0, True),
        ("loss 0.5001 after 12 steps of 1.1e-05\n", 0, True),
        ("loss  0.4999  after 12 steps of 1.3e-05\n", 0, True),  # blanks may move
        ("loss 0.5002 after 12 steps of 1.2e-05\n", 0, False),
        ("loss 0.5000 after 12 steps of 1.4e-05\n", 0, False),
        ("loss 0.5000 after 13 steps of 1.2e-05\n", 0, False),  # whole numbers count
        ("loss 0.5000 after 12 steps of\n", 0, False),
        ("Loss 0.5000 after 12 steps of 1.2e-05\n", 0, False),
        ("loss 0.5020 after 12 steps of 1.2e-05\n", 0.005, True),
        ("loss 0.5030 after 12 steps of 1.2e-05\n", 0.005, False),
        ("loss 0.501 after 12 steps of 1.2e-05\n", 0, True),  # the coarser counts
        ("loss 0.502 after 12 steps of 1.2e-05\n", 0, False),
        ("loss -0.5000 after 12 steps of 1.2e-05\n", 0, False),
    ],
)
def test_near(printed, rtol, same):
    assert near(KEPT, printed, rtol) == same
