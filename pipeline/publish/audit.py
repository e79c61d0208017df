"""Whether published tables are what a run wrote and still agree with `raw/`."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from pipeline.publish.checks import find_problems
from pipeline.publish.problems import Problem
from pipeline.publish.schemas import SCHEMA_VERSION, TABLES
from pipeline.publish.snapshot import Snapshot
from pipeline.publish.spans import RawTexts


def check_snapshot(snapshot: Snapshot, raw: Path | None = None) -> list[Problem]:
    """Everything that is wrong with the snapshot. With `raw`, every span is held against the article again.

    An article that changed since the run is reported as stale: the tables are sound, a new run is due.
    """
    unreadable = list(_file_problems(snapshot))
    if unreadable:
        return unreadable
    tables = {schema.name: snapshot.table(schema.name) for schema in TABLES}
    problems = find_problems(tables, RawTexts(raw, tables["documents"]) if raw else None)
    return [*_changed(snapshot), *problems]


def _file_problems(snapshot: Snapshot) -> Iterator[Problem]:
    version = snapshot.manifest.schema_version
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        yield Problem("manifest", f"the tables follow schema {version}, this program knows {SCHEMA_VERSION}: run again")
    for schema in TABLES:
        try:
            snapshot.table(schema.name)
        except (OSError, pa.ArrowException) as error:
            yield Problem(schema.name, f"the file cannot be read: {str(error).splitlines()[0]}")


def _changed(snapshot: Snapshot) -> Iterator[Problem]:
    if not snapshot.is_intact():
        yield Problem("manifest", "a file is not the one that the run wrote: run again")
