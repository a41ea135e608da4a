"""What sequences/decoding-and-seq2seq teaches, compared with something independent."""

import pytest


def test_listings():
    pytest.fail(
        "sequences/decoding-and-seq2seq proves nothing yet: see CONTRIBUTING.md, Add a page, 3"
    )
