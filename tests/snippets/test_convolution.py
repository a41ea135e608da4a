"""What cnn/convolution teaches, compared with something independent."""

import pytest


def test_listings():
    pytest.fail("cnn/convolution proves nothing yet: see CONTRIBUTING.md, Add a page, 3")
