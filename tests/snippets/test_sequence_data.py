"""What sequences/sequence-data teaches, compared with something independent."""

import pytest


def test_listings():
    pytest.fail("sequences/sequence-data proves nothing yet: see CONTRIBUTING.md, Add a page, 3")
