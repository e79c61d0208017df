"""What a run publishes, what it leaves alone, and what it does with a workspace in disorder."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from published_sample import FINGERPRINTS, sample_content, sample_texts

from pipeline.errors import NothingPublished, TablesInvalid, WorkspaceError
from pipeline.publish import Input, Publication, find_snapshot, open_snapshot, publish_tables, read_manifest
from pipeline.publish.schemas import SCHEMA_VERSION, TABLES
from pipeline.publish.snapshot import KEPT, list_snapshots, prune

NAMES = [schema.name for schema in TABLES]


def publish(processed: Path, run: int = 1, **options) -> Publication:
    options = {"fingerprints": FINGERPRINTS, "read_text": sample_texts(run).get} | options
    return publish_tables(sample_content(run), processed, **options)


def files_in(processed: Path) -> set[str]:
    return {str(path.relative_to(processed)) for path in processed.rglob("*")}


def test_the_first_run_makes_the_folder_and_every_table(tmp_path: Path) -> None:
    processed = tmp_path / "new" / "processed"
    published = publish(processed)
    assert published.is_new
    links = {f"{name}.parquet" for name in NAMES}
    assert {path.name for path in processed.iterdir()} == {"snapshots", "current", *links}
    for name in NAMES:
        assert len(pd.read_parquet(processed / f"{name}.parquet")) == published.snapshot.manifest.tables[name].rows


def test_links_are_relative_so_that_the_folder_can_be_moved(tmp_path: Path) -> None:
    publish(tmp_path / "processed")
    (tmp_path / "processed").rename(tmp_path / "moved")
    assert pd.read_parquet(tmp_path / "moved" / "facts.parquet").subject.tolist() == ["Ada Vane 1"]
    assert open_snapshot(tmp_path / "moved").is_intact()


def test_a_second_run_with_the_same_content_publishes_nothing(tmp_path: Path) -> None:
    first = publish(tmp_path)
    before = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    second = publish(tmp_path)
    assert not second.is_new
    assert second.snapshot == first.snapshot
    assert {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_other_code_with_the_same_result_is_noted_and_no_new_snapshot(tmp_path: Path) -> None:
    first = publish(tmp_path)
    second = publish(tmp_path, fingerprints={"extraction": "e2", "whole": "w2"})
    assert not second.is_new
    assert second.snapshot.path == first.snapshot.path
    assert read_manifest(tmp_path).fingerprints == {"extraction": "e2", "whole": "w2"}
    assert publish(tmp_path, fingerprints={"extraction": "e2", "whole": "w2"}).snapshot == second.snapshot


def test_a_new_run_switches_and_the_last_few_stay(tmp_path: Path) -> None:
    paths = [publish(tmp_path, run).snapshot.path for run in range(1, KEPT + 4)]
    assert list_snapshots(tmp_path) == [path.resolve() for path in paths[-KEPT:]]
    assert [path.name[:6] for path in paths] == [f"{n:06}" for n in range(1, KEPT + 4)]
    assert open_snapshot(tmp_path).frame("facts").subject.tolist() == [f"Ada Vane {KEPT + 3}"]


def test_the_snapshot_that_readers_have_is_never_pruned(tmp_path: Path) -> None:
    """Even when someone has pointed `current` back to an old run."""
    for run in range(1, KEPT + 1):
        publish(tmp_path, run)
    oldest = list_snapshots(tmp_path)[0]
    (tmp_path / "current").unlink()
    (tmp_path / "current").symlink_to(f"snapshots/{oldest.name}")
    for number in (101, 102):
        (tmp_path / "snapshots" / f"000{number}-{'0' * 12}").mkdir()
    prune(tmp_path)
    assert [int(path.name[:6]) for path in list_snapshots(tmp_path)] == [1, 3, 4, 5, 101, 102]
    assert open_snapshot(tmp_path).frame("facts").subject.tolist() == ["Ada Vane 1"]


def test_a_reader_keeps_one_run_while_others_switch(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    snapshot = open_snapshot(tmp_path)
    publish(tmp_path, 2)
    assert snapshot.frame("facts").subject.tolist() == ["Ada Vane 1"]
    assert snapshot.table("conflicts", ["rule"]).to_pydict() == {"rule": ["run 1"]}
    assert snapshot.is_intact()


def test_the_manifest_says_what_the_tables_were_made_from(tmp_path: Path) -> None:
    publish(tmp_path)
    manifest = read_manifest(tmp_path)
    assert manifest.inputs == {
        "000.txt": Input("sha-1", "ok"),
        "001.txt": Input("sha-1", "ok"),
        "copy.txt": Input("sha-1", "duplicate", "run 1: the same text"),
        "pipe": Input(None, "rejected", "run 1: not a regular file"),
    }
    assert manifest.fingerprints == FINGERPRINTS
    assert manifest.schema_version == SCHEMA_VERSION
    assert [manifest.tables[name].rows for name in NAMES] == [4, 6, 1, 6, 1, 1, 1, 1]


def test_every_file_carries_version_and_inputs(tmp_path: Path) -> None:
    def metadata(run: int) -> set[tuple[bytes, bytes]]:
        path = publish(tmp_path, run).snapshot.path
        found = [pq.read_schema(path / f"{name}.parquet").metadata for name in NAMES]
        assert [each[b"table"].decode() for each in found] == NAMES
        return {(each[b"schema_version"], each[b"inputs"]) for each in found}

    first, second = metadata(1), metadata(2)
    assert len(first) == len(second) == 1
    assert first != second


@pytest.mark.parametrize("name", [*NAMES, "manifest"])
def test_a_damaged_snapshot_is_published_anew(tmp_path: Path, name: str) -> None:
    path = publish(tmp_path).snapshot.path
    damaged = path / (f"{name}.parquet" if name in NAMES else "manifest.json")
    damaged.write_bytes(damaged.read_bytes()[:-9])
    published = publish(tmp_path)
    assert published.is_new
    assert published.snapshot.is_intact()
    assert published.snapshot.path != path


@pytest.mark.parametrize("lost", ["facts.parquet", "current", "snapshots", "snapshots/000001-*/facts.parquet"])
def test_what_was_deleted_comes_back(tmp_path: Path, lost: str) -> None:
    publish(tmp_path)
    (path,) = tmp_path.glob(lost)
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    publish(tmp_path)
    assert pd.read_parquet(tmp_path / "facts.parquet").subject.tolist() == ["Ada Vane 1"]
    assert open_snapshot(tmp_path).is_intact()


@pytest.mark.parametrize(
    "put",
    [
        lambda processed: (processed / "facts.parquet").write_bytes(b"mine"),
        lambda processed: (processed / "facts.parquet").mkdir(),
        lambda processed: (processed / "facts.parquet").symlink_to("/dev/null"),
        lambda processed: (processed / "current").mkdir(),
        lambda processed: (processed / "current").write_bytes(b"mine"),
    ],
    ids=["file", "folder", "link elsewhere", "current is a folder", "current is a file"],
)
def test_what_someone_put_in_our_place_is_not_replaced(tmp_path: Path, put: Callable[[Path], object]) -> None:
    put(tmp_path)
    before = files_in(tmp_path)
    with pytest.raises(WorkspaceError, match="was not made by articlefacts: move it elsewhere and run again"):
        publish(tmp_path)
    assert files_in(tmp_path) == before


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("dictionary")
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "mine").mkdir()
    for run in range(1, KEPT + 3):
        publish(tmp_path, run)
    assert (tmp_path / "README.md").read_text() == "dictionary"
    assert (tmp_path / "snapshots" / "mine").is_dir()


def test_a_file_as_processed_folder(tmp_path: Path) -> None:
    (tmp_path / "processed").write_text("")
    with pytest.raises(WorkspaceError, match="is not a folder"):
        publish(tmp_path / "processed")


def test_tables_that_break_their_promises_are_not_published(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    before = files_in(tmp_path)
    with pytest.raises(TablesInvalid, match=r"mentions: 3 spans of 000\.txt do not carry their text"):
        publish(tmp_path, 2, read_text=lambda _: "another text altogether")
    assert files_in(tmp_path) == before
    assert open_snapshot(tmp_path).frame("facts").subject.tolist() == ["Ada Vane 1"]


SYNCS = 13  # of a run that publishes: 8 tables, manifest, their folder, the links, the rename, the switch
SYNCS_BEFORE_RENAME = 11


@pytest.mark.parametrize(
    ("call", "number"),
    [*((call, errno.ENOSPC) for call in range(1, SYNCS + 1)), (3, errno.EACCES), (3, errno.EROFS), (3, errno.EIO)],
)
def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch, call: int, number: int) -> None:
    publish(tmp_path, 1)
    before = files_in(tmp_path)
    calls = 0

    def failing(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls == call:
            raise OSError(number, os.strerror(number), str(tmp_path / "somewhere"))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(WorkspaceError, match=os.strerror(number)) as caught:
        publish(tmp_path, 2)
    assert "\n" not in str(caught.value)
    monkeypatch.undo()
    if call <= SYNCS_BEFORE_RENAME:
        assert files_in(tmp_path) == before
    assert open_snapshot(tmp_path).is_intact()
    assert open_snapshot(tmp_path).frame("facts").subject.item() in ("Ada Vane 1", "Ada Vane 2")
    assert publish(tmp_path, 3).is_new


def test_every_file_and_folder_is_synced(tmp_path: Path, monkeypatch) -> None:
    publish(tmp_path, 1)
    calls: list[int] = []
    monkeypatch.setattr(os, "fsync", calls.append)
    publish(tmp_path, 2)
    assert len(calls) == SYNCS


def test_nothing_published_yet(tmp_path: Path) -> None:
    assert find_snapshot(tmp_path) is None
    assert read_manifest(tmp_path / "nowhere") is None
    with pytest.raises(NothingPublished, match="run `articlefacts run` first"):
        open_snapshot(tmp_path)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"schema_version": 1}', b"\xff", b'{"inputs": {"a": {}}}'])
def test_a_manifest_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = publish(tmp_path).snapshot.path
    (path / "manifest.json").write_bytes(content)
    assert find_snapshot(tmp_path) is None


def test_a_manifest_survives_its_file(tmp_path: Path) -> None:
    snapshot = publish(tmp_path).snapshot
    assert read_manifest(tmp_path) == snapshot.manifest
    assert json.loads((snapshot.path / "manifest.json").read_bytes())["digest"][:12] == snapshot.path.name[7:]


PRINT_FILES = """
import hashlib, sys
from pathlib import Path
from published_sample import FINGERPRINTS, sample_content
from pipeline.publish import publish_tables
path = publish_tables(sample_content(documents=9), Path(sys.argv[1]), fingerprints=FINGERPRINTS).snapshot.path
for file in sorted(path.iterdir()):
    print(file.name, hashlib.sha256(file.read_bytes()).hexdigest())
"""


def test_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    """Whatever the hash seed, the locale, the time zone and the umask."""

    def start(folder: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", PRINT_FILES, str(tmp_path / folder)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), **environment},
            stdout=subprocess.PIPE,
            text=True,
        )

    processes = (
        start("a", PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Tokyo"),
        start("b", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="America/Lima", PYTHONUTF8="0"),
    )
    one, other = (process.communicate(timeout=60)[0] for process in processes)
    assert one == other
    assert len(one.splitlines()) == len(NAMES) + 1
