"""What sequences/self-attention teaches, compared with something independent."""

import pytest


def test_listings():
    pytest.fail(
        "sequences/self-attention proves nothing yet: see CONTRIBUTING.md, Add a page, 3"
    )
