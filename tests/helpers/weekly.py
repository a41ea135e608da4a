"""What the gate asks of some, and once a week is asked of all."""

import os

import pytest

ALL = bool(os.environ.get("ALL_PAGES"))
weekly = pytest.mark.skipif(not ALL, reason="asked with ALL_PAGES=1")
