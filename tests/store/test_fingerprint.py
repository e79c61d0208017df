"""A fingerprint changes when a result could, and only then."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.store import fingerprints
from pipeline.store.fingerprint import _OF_EXTRACTION, PACKAGE, fingerprint


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "parse").mkdir()
    (tmp_path / "parse" / "lines.py").write_text("a = 1\n")
    (tmp_path / "parse" / "words.toml").write_text("[x]\n")
    (tmp_path / "cli.py").write_text("b = 1\n")
    return tmp_path


def of(package: Path) -> str:
    return fingerprint(["lib 1.0"], package, ["parse"])


@pytest.mark.parametrize(
    "change",
    [
        lambda p: (p / "parse" / "lines.py").write_text("a = 2\n"),
        lambda p: (p / "parse" / "lines.py").rename(p / "parse" / "rows.py"),
        lambda p: (p / "parse" / "words.toml").unlink(),
        lambda p: (p / "parse" / "model.bin").write_bytes(b""),
        lambda p: ((p / "parse" / "model").mkdir(), (p / "parse" / "model" / "weights").write_bytes(b"1")),
    ],
    ids=["edited", "renamed", "removed", "added", "added deeper"],
)
def test_a_change_of_the_files_shows(package: Path, change: Callable[[Path], object]) -> None:
    before = of(package)
    change(package)
    assert of(package) != before


@pytest.mark.parametrize(
    "change",
    [
        lambda p: (p / "cli.py").write_text("b = 2\n"),
        lambda p: (p / "parse" / "lines.py").touch(),
        lambda p: (p / "parse" / ".lines.py.swp").write_text("an editor's"),
        lambda p: ((p / "parse" / "__pycache__").mkdir(), (p / "parse" / "__pycache__" / "lines.pyc").write_text("")),
    ],
    ids=["another part", "touched", "hidden", "compiled"],
)
def test_other_changes_do_not(package: Path, change: Callable[[Path], object]) -> None:
    before = of(package)
    change(package)
    assert of(package) == before


def test_parts_count_and_do_not_run_together(package: Path) -> None:
    prints = {fingerprint(parts, package, ["parse"]) for parts in (["ab", "c"], ["a", "bc"], ["abc"], [])}
    assert len(prints) == 4


def test_the_folder_itself_does_not_matter(package: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    before = of(package)
    moved = tmp_path_factory.mktemp("elsewhere") / ".hidden" / "package"
    moved.parent.mkdir()
    package.rename(moved)
    assert of(moved) == before


@pytest.mark.parametrize("name", _OF_EXTRACTION)
def test_what_decides_an_extraction_exists(name: str) -> None:
    """A folder that is renamed must not drop out unseen."""
    assert (PACKAGE / name).exists()


def test_everything_that_an_extraction_imports_is_in_its_fingerprint() -> None:
    """Stages above it, and this layer, are not: they cannot change what one article's bytes give."""
    outside = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    outside -= {name.split("/")[0] for name in _OF_EXTRACTION}
    assert outside <= {"resolve", "reconcile", "publish", "store", "cli"}


def test_the_two_fingerprints() -> None:
    begin = time.perf_counter()
    prints = fingerprints()
    assert time.perf_counter() - begin < 2
    assert set(prints) == {"extraction", "whole"}
    assert prints == fingerprints()
    assert prints["extraction"] != prints["whole"]


def test_another_model_is_another_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    shipped, named, folder = fingerprints(), fingerprints("some_model"), fingerprints(str(tmp_path))
    (tmp_path / "meta.json").write_text('{"version": 2}')
    trained = fingerprints(str(tmp_path))
    for kind in ("extraction", "whole"):
        assert len({each[kind] for each in (shipped, named, folder, trained)}) == 4
