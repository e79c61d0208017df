"""Fixtures that every test may use."""

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def raw_dir() -> Path:
    """The three articles that come with the repository."""
    return REPOSITORY / "raw"


@pytest.fixture(scope="session")
def shared_bench() -> Path:
    """The benchmarks that lie beside the checkout; the tests that need them skip where they are absent."""
    path = REPOSITORY.parent / "shared" / "bench"
    if not path.is_dir():
        pytest.skip("no ../shared/bench beside this checkout: benchmark data is not part of the repository")
    return path
