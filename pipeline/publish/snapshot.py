"""The snapshots in `processed/`: where they lie, how one is opened, which ones stay.

    processed/facts.parquet -> current/facts.parquet      made once, before the first switch
    processed/current       -> snapshots/000007-1f0c...   the one link that a run switches
    processed/snapshots/000007-1f0c.../facts.parquet, ..., manifest.json

A reader who opens one table through `processed/<table>.parquet` gets one run's. A reader who wants several tables of
one run resolves `current` once: that is what `open_snapshot` does.
"""

import hashlib
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import NothingPublished
from pipeline.publish.durable import beside_link
from pipeline.publish.manifest import Manifest
from pipeline.publish.schemas import TABLES

if TYPE_CHECKING:
    import pandas as pd

CURRENT = "current"
SNAPSHOTS = "snapshots"
MANIFEST = "manifest.json"
KEPT = 5  # snapshots that stay readable, the current one included
STAGING = ".staging"
_DISCARDED = ".discarded-"
_NAME = re.compile(r"([0-9]{6,9})-[0-9a-f]{12}")

# Threads of pyarrow that read a Python file can abort or hang the process when it ends (apache/arrow issue 50482).
_ONE_THREAD: dict[str, Any] = {"use_threads": False, "pre_buffer": False}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One run's tables. They stay together and unchanged while a later run switches to its own."""

    path: Path
    manifest: Manifest

    def table(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        with (self.path / f"{name}.parquet").open("rb") as file:
            return pq.read_table(file, columns=_listed(columns), **_ONE_THREAD)

    def frame(self, name: str, columns: Sequence[str] | None = None) -> "pd.DataFrame":
        import pandas as pd  # slow to import, and the command rarely needs it

        with (self.path / f"{name}.parquet").open("rb") as file:
            return pd.read_parquet(file, columns=_listed(columns), **_ONE_THREAD)

    def is_intact(self) -> bool:
        """Whether every file is there with the bytes that the run wrote."""
        return all(_sha256(self.path / f"{name}.parquet") == file.sha256 for name, file in self.manifest.tables.items())


def open_snapshot(processed: Path) -> Snapshot:
    """The current snapshot. Raises NothingPublished where there is none."""
    snapshot = find_snapshot(processed)
    if snapshot is None:
        raise NothingPublished(f"no tables in {processed}: run `articlefacts run` first")
    return snapshot


def find_snapshot(processed: Path) -> Snapshot | None:
    """The current snapshot, or None where nothing readable is published."""
    try:
        path = (processed / CURRENT).resolve(strict=True)
        return Snapshot(path, Manifest.from_json((path / MANIFEST).read_bytes()))
    except (OSError, ValueError):
        return None


def read_manifest(processed: Path) -> Manifest | None:
    """The manifest of the current snapshot, or None where nothing readable is published."""
    snapshot = find_snapshot(processed)
    return snapshot.manifest if snapshot else None


def list_snapshots(processed: Path) -> list[Path]:
    """Every complete snapshot, oldest first."""
    folder = processed / SNAPSHOTS
    found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(found, key=number_of)


def number_of(snapshot: Path) -> int:
    return int(snapshot.name.partition("-")[0])


def next_name(processed: Path, digest: str) -> str:
    """The folder name of the next snapshot: numbers rise, and are not used twice."""
    snapshots = list_snapshots(processed)
    return f"{number_of(snapshots[-1]) + 1 if snapshots else 1:06}-{digest[:12]}"


def sweep(processed: Path) -> None:
    """Removes what killed runs left unfinished. Never touches a complete snapshot."""
    for link in (processed / CURRENT, *(processed / f"{table.name}.parquet" for table in TABLES)):
        beside_link(link).unlink(missing_ok=True)
    folder = processed / SNAPSHOTS
    leftovers = [folder / STAGING, *folder.glob(f"{_DISCARDED}*")]
    for path in leftovers:
        if path.exists():
            shutil.rmtree(path)


def prune(processed: Path) -> None:
    """Keeps the last `KEPT` snapshots and the current one. A snapshot goes by one rename: none is ever half there."""
    current = (processed / CURRENT).resolve()
    for path in list_snapshots(processed)[:-KEPT]:
        if path.resolve() != current:
            discarded = path.with_name(f"{_DISCARDED}{path.name}")
            path.rename(discarded)
            shutil.rmtree(discarded)


def _listed(columns: Sequence[str] | None) -> list[str] | None:
    return None if columns is None else list(columns)


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
