"""What a run did, for people: counted and compared with what was there before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.publish import Changes, Content, Publication, compare_snapshots
from pipeline.records import Rejection
from pipeline.run.plan import Plan


@dataclass(frozen=True, slots=True)
class RunReport:
    """Every file of raw/ is counted once: read, unchanged, duplicate or rejected."""

    published: bool
    snapshot: str | None  # folder name of the snapshot that readers have now
    read: int
    unchanged: int
    duplicates: tuple[Rejection, ...]
    rejected: tuple[Rejection, ...]
    removed: tuple[str, ...]
    rows: Mapping[str, int]
    changes: Changes
    decided: int = 0  # questions; the others' decisions were kept from before
    kept: int = 0
    seconds: Mapping[str, float] = field(default_factory=dict)


def nothing_new(plan: Plan, seconds: Mapping[str, float]) -> RunReport:
    """The report of a run that found raw/ as it was."""
    assert plan.previous is not None
    inputs = plan.previous.manifest.inputs
    rejections = {
        doc_id: Rejection(doc_id, each.reason or "", each.sha256) for doc_id, each in inputs.items() if each.reason
    }
    return RunReport(
        published=False,
        snapshot=plan.previous.path.name,
        read=0,
        unchanged=len(inputs) - len(rejections),
        duplicates=tuple(r for r in rejections.values() if inputs[r.doc_id].outcome == "duplicate"),
        rejected=tuple(r for r in rejections.values() if inputs[r.doc_id].outcome != "duplicate"),
        removed=(),
        rows={name: table.rows for name, table in plan.previous.manifest.tables.items()},
        changes=Changes(),
        seconds=seconds,
    )


def make_report(plan: Plan, content: Content, publication: Publication, seconds: Mapping[str, float]) -> RunReport:
    """The report of a run that looked at everything."""
    before = plan.previous.manifest.inputs if plan.previous else {}
    anew = {entry.sha256 for batch in plan.batches for entry in batch.entries}
    ok = [row for row in content.documents if row.status == "ok"]
    unchanged = [
        row for row in ok if row.sha256 not in anew and row.doc_id in before and before[row.doc_id].sha256 == row.sha256
    ]
    rejections = [
        Rejection(row.doc_id, row.reason or "", row.sha256, row.duplicate_of)
        for row in sorted(content.documents, key=lambda row: row.doc_id)
        if row.status != "ok"
    ]
    readable = plan.previous if plan.previous and plan.previous.is_intact() else None
    return RunReport(
        published=publication.is_new,
        snapshot=publication.snapshot.path.name,
        read=len(ok) - len(unchanged),
        unchanged=len(unchanged),
        duplicates=tuple(r for r in rejections if r.duplicate_of),
        rejected=tuple(r for r in rejections if not r.duplicate_of),
        removed=tuple(sorted(before.keys() - {row.doc_id for row in content.documents})),
        rows={name: table.rows for name, table in publication.snapshot.manifest.tables.items()},
        changes=compare_snapshots(readable, publication.snapshot) if publication.is_new else Changes(),
        decided=content.decided,
        kept=content.kept,
        seconds=seconds,
    )
