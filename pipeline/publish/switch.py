"""A complete snapshot beside the old one, then one rename: readers have the old run or the new, whatever happens."""

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import WorkspaceError
from pipeline.publish.checks import require_valid
from pipeline.publish.content import Content
from pipeline.publish.durable import make_folder, replace_file, replace_link, sync_folder, workspace_errors, write_file
from pipeline.publish.manifest import Manifest, TableFile, inputs_digest, inputs_of, tables_digest
from pipeline.publish.schemas import SCHEMA_VERSION, TABLES
from pipeline.publish.snapshot import (
    CURRENT,
    MANIFEST,
    SNAPSHOTS,
    STAGING,
    Snapshot,
    find_snapshot,
    next_name,
    prune,
    sweep,
)
from pipeline.publish.spans import TextProvider
from pipeline.publish.tables import Tables, build_tables

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Publication:
    """What readers have now. `is_new` is False where the tables were the current ones already."""

    snapshot: Snapshot
    is_new: bool


def _no_step(_name: str) -> None:
    """Tests put a crash here."""


def publish_tables(
    content: Content,
    processed: Path,
    *,
    fingerprints: Mapping[str, str],
    read_text: TextProvider | None = None,
    on_step: Step = _no_step,
) -> Publication:
    """Builds, checks and publishes the tables, or finds that they are the current ones already.

    The caller holds the workspace lock. Raises TablesInvalid or WorkspaceError; then, or when killed at any moment,
    readers keep what they had. `read_text` gives the text of a document, so that every span is held against it.
    `on_step` is called before each change to the disk.
    """
    tables = build_tables(content)
    require_valid(tables, read_text)
    with workspace_errors(processed):
        _refuse_foreign_files(processed)
        on_step("sweep")
        make_folder(processed / SNAPSHOTS)
        sweep(processed)
        try:
            return _publish(content, tables, processed, dict(fingerprints), on_step)
        finally:
            shutil.rmtree(processed / SNAPSHOTS / STAGING, ignore_errors=True)


def _publish(
    content: Content, tables: Tables, processed: Path, fingerprints: dict[str, str], on_step: Step
) -> Publication:
    staging = processed / SNAPSHOTS / STAGING
    manifest = _write_snapshot(content, tables, staging, fingerprints, on_step)
    _link_tables(processed, on_step)
    current = find_snapshot(processed)
    if current is not None and current.manifest.digest == manifest.digest and current.is_intact():
        return _keep(current, manifest, on_step)
    path = staging.with_name(next_name(processed, manifest.digest))
    on_step("complete")
    staging.rename(path)
    sync_folder(path.parent)
    on_step("switch")
    replace_link(processed / CURRENT, f"{SNAPSHOTS}/{path.name}")
    on_step("sync")
    sync_folder(processed)
    on_step("prune")
    prune(processed)
    on_step("done")
    return Publication(Snapshot(path, manifest), is_new=True)


def _write_snapshot(
    content: Content, tables: Tables, staging: Path, fingerprints: dict[str, str], on_step: Step
) -> Manifest:
    on_step("staging")
    staging.mkdir()
    inputs = inputs_of(content.documents)
    metadata = {"schema_version": SCHEMA_VERSION, "inputs": inputs_digest(inputs)}
    files = {}
    for name, table in tables.items():
        on_step(f"write {name}")
        encoded = parquet_bytes(table, {"table": name, **metadata})
        write_file(staging / f"{name}.parquet", encoded)
        files[name] = TableFile(table.num_rows, hashlib.sha256(encoded).hexdigest())
    manifest = Manifest(SCHEMA_VERSION, tables_digest(files), fingerprints, inputs, files)
    on_step("write manifest")
    write_file(staging / MANIFEST, manifest.to_json())
    sync_folder(staging)
    return manifest


def parquet_bytes(table: pa.Table, metadata: Mapping[str, str]) -> bytes:
    """The file: the same bytes for the same table and metadata (with the same pyarrow)."""
    sink = pa.BufferOutputStream()
    pq.write_table(
        table.replace_schema_metadata(dict(metadata)),
        sink,
        compression="zstd",
        compression_level=3,
        row_group_size=1 << 20,
    )
    return bytes(sink.getvalue())


def _keep(current: Snapshot, manifest: Manifest, on_step: Step) -> Publication:
    """The tables stay; only the note of which code made them is brought up to date."""
    if current.manifest != manifest:
        on_step("note fingerprints")
        replace_file(current.path / MANIFEST, manifest.to_json())
    return Publication(Snapshot(current.path, manifest), is_new=False)


def _link_tables(processed: Path, on_step: Step) -> None:
    """Until the first switch these links lead nowhere; from then on, to the current run."""
    for table in TABLES:
        link = processed / f"{table.name}.parquet"
        if not link.is_symlink():
            on_step(f"link {table.name}")
            replace_link(link, f"{CURRENT}/{link.name}")
    sync_folder(processed)


def _refuse_foreign_files(processed: Path) -> None:
    """A file that someone put where our links go is theirs: it is not replaced, and readers would not see the run."""
    if processed.exists() and not processed.is_dir():
        raise WorkspaceError(f"{processed} is not a folder: choose another with --processed")
    for table in TABLES:
        link = processed / f"{table.name}.parquet"
        if _exists(link) and not (link.is_symlink() and str(link.readlink()) == f"{CURRENT}/{link.name}"):
            raise WorkspaceError(f"{link} was not made by articlefacts: move it elsewhere and run again")
    current = processed / CURRENT
    if current.exists() and not current.is_symlink():
        raise WorkspaceError(f"{current} was not made by articlefacts: move it elsewhere and run again")


def _exists(path: Path) -> bool:
    return path.is_symlink() or path.exists()
