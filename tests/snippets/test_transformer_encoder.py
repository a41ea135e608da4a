"""What sequences/transformer-encoder teaches, compared with something independent."""

import pytest


def test_listings():
    pytest.fail("sequences/transformer-encoder proves nothing yet: see CONTRIBUTING.md, Add a page, 3")
