"""What a run leaves in the Prefect interface: a summary to read and a table of conflicts."""

from collections.abc import Sequence
from typing import Any

from pipeline.records import Conflict, Rejection
from pipeline.run.report import RunReport

SUMMARY = "articlefacts-summary"
CONFLICTS = "articlefacts-conflicts"
_LISTED = 20
_CONFLICTS_LISTED = 500


def headline(report: RunReport) -> str:
    """One line: '2 read, 1 unchanged; published 000002-1f0c...'."""
    counts = {
        "read": report.read,
        "unchanged": report.unchanged,
        "duplicate": len(report.duplicates),
        "rejected": len(report.rejected),
        "removed": len(report.removed),
    }
    what = ", ".join(f"{number} {name}" for name, number in counts.items() if number) or "no articles"
    return f"{what}; {'published' if report.published else 'nothing new, still'} {report.snapshot}"


def leave_summary(report: RunReport) -> None:
    from prefect.artifacts import create_markdown_artifact

    create_markdown_artifact(summary_markdown(report), key=SUMMARY, description=headline(report))


def leave_conflicts(conflicts: Sequence[Conflict]) -> None:
    from prefect.artifacts import create_table_artifact

    rows = conflict_rows(conflicts)
    shown = f", the first {len(rows)} shown" if len(rows) < len(conflicts) else ""
    create_table_artifact(rows, key=CONFLICTS, description=f"{len(conflicts)} conflicts between claims{shown}")


def summary_markdown(report: RunReport) -> str:
    changes = report.changes
    parts = [
        f"# {headline(report)}\n",
        _table(("table", "rows"), [(name, f"{rows:,}") for name, rows in report.rows.items()]),
        _decided(report),
        _section("Rejected", [_rejection(each) for each in report.rejected]),
        _section("Duplicates", [_rejection(each) for each in report.duplicates]),
        _section("New facts", [str(change) for change in changes.new]),
        _section("Changed facts", [str(change) for change in changes.changed]),
        _section("Facts gone", [str(change) for change in changes.gone]),
        _section("New conflicts", list(changes.new_conflicts)),
        _table(("stage", "seconds"), [(name, f"{seconds:.1f}") for name, seconds in report.seconds.items()]),
    ]
    return "\n".join(part for part in parts if part)


def _decided(report: RunReport) -> str:
    """How much of reconciling was work for this run."""
    if not report.published:
        return ""
    return f"{report.decided:,} questions decided anew, {report.kept:,} decisions kept from before.\n"


def conflict_rows(conflicts: Sequence[Conflict]) -> list[dict[str, Any]]:
    """One row per conflict as the interface shows it, contradictions first."""
    ranked = sorted(
        conflicts, key=lambda each: (each.kind != "contradiction", each.subject, each.predicate, each.conflict_id)
    )
    return [
        {
            "subject": each.subject,
            "medium": each.medium or "",
            "season": each.season if each.season is not None else "",
            "predicate": each.predicate,
            "kind": each.kind,
            "candidates": " | ".join(candidate.value for candidate in each.candidates),
            "chosen": each.chosen or "",
            "explanation": each.explanation,
        }
        for each in ranked[:_CONFLICTS_LISTED]
    ]


def _rejection(rejection: Rejection) -> str:
    return f"{rejection.doc_id}: {rejection.reason}"


def _section(title: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    more = [f"- and {len(items) - _LISTED:,} more"] if len(items) > _LISTED else []
    return "\n".join([f"## {title} ({len(items):,})\n", *(f"- {_text(item)}" for item in items[:_LISTED]), *more, ""])


def _table(header: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
    lines = [f"| {' | '.join(map(_text, row))} |" for row in (header, *rows)]
    return "\n".join([lines[0], "| --- | ---: |", *lines[1:], ""]) if rows else ""


def _text(words: str) -> str:
    """Words of an article as words: never as Markdown or HTML."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>()#|!~" else char for char in " ".join(words.split()))
