"""Records in, a snapshot of eight Parquet tables out. pandas and pyarrow live here.

publish_tables   build, check and switch to a new snapshot (or find that nothing changed)
open_snapshot    one run's tables, for readers; read_manifest: what they were made from
check_snapshot   what is wrong with published tables
"""

from pipeline.publish.audit import check_snapshot
from pipeline.publish.changes import Changes, compare_snapshots
from pipeline.publish.content import Content, DocumentRow
from pipeline.publish.manifest import Input, Manifest, inputs_of
from pipeline.publish.problems import Problem
from pipeline.publish.snapshot import Snapshot, find_snapshot, open_snapshot, read_manifest
from pipeline.publish.switch import Publication, publish_tables

__all__ = [
    "Changes",
    "Content",
    "DocumentRow",
    "Input",
    "Manifest",
    "Problem",
    "Publication",
    "Snapshot",
    "check_snapshot",
    "compare_snapshots",
    "find_snapshot",
    "inputs_of",
    "open_snapshot",
    "publish_tables",
    "read_manifest",
]
