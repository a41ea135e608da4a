"""What generalization/normalization teaches, compared with something independent."""

import pytest


def test_listings():
    pytest.fail("generalization/normalization proves nothing yet: see CONTRIBUTING.md, Add a page, 3")
