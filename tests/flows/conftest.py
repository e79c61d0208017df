"""Prefect with a home of its own, so that tests neither see nor touch the user's."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for `processes`

ARTICLE = (
    "= The Glass Orchard =\n\nThe Glass Orchard is a novel written by Mira Holt. It began publication in March 2018.\n"
)
OTHER = "The Glass Orchard, a novel by Mira Holt, was first published in March 2019.\n"


@pytest.fixture(scope="session", autouse=True)
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Shared by the tests of a session: making its database takes seconds."""
    home = tmp_path_factory.mktemp("prefect")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("PREFECT_")]:
            patch.delenv(name)
        patch.setenv("PREFECT_HOME", str(home))
        yield home


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "orchard.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder
