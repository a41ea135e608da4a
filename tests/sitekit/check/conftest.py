import pytest
from suites import Suite


@pytest.fixture
def suite(pytester, monkeypatch):
    return Suite(pytester, monkeypatch)
