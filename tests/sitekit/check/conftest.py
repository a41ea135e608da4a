import pytest
from helpers.suites import Suite


@pytest.fixture
def suite(pytester, monkeypatch):
    return Suite(pytester, monkeypatch)
