"""`articlefacts run`: raw/ in, tables out, and a short account of it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.layout import columns, plain, shortened
from pipeline.cli.progress import shown_progress
from pipeline.run.settings import Settings, default_workers

if TYPE_CHECKING:
    from pipeline.records import Rejection
    from pipeline.run.report import RunReport
    from pipeline.store.lock import Holder

_LISTED = 10


def run_command(
    raw: Path, processed: Path, workers: int | None, *, no_prefect: bool, force: bool, model: str | None, wait: float
) -> None:
    """Runs with or without Prefect and prints the summary. Raises ArticlefactsError; then nothing is published."""
    settings = Settings(raw, processed, default_workers() if workers is None else workers, force, model, wait=wait)
    report = _run_plainly(settings) if no_prefect else _run_with_prefect(settings)
    for line in summary_lines(report):
        print(line)


def _run_plainly(settings: Settings) -> "RunReport":
    from pipeline.run.whole import run_pipeline

    with shown_progress() as progress:
        return run_pipeline(settings, progress=progress, on_wait=_say_who_is_waited_for)


def _run_with_prefect(settings: Settings) -> "RunReport":
    from flows.launch import run_flow

    with shown_progress() as progress:
        return run_flow(settings, progress, on_wait=_say_who_is_waited_for)


def _say_who_is_waited_for(holder: "Holder | None") -> None:
    print(f"articlefacts: waiting for {holder or 'another run'}", file=sys.stderr, flush=True)


def summary_lines(report: "RunReport") -> Iterator[str]:
    """What the command says at the end: articles, rows, changes."""
    yield from _article_lines(report)
    if not report.published:
        yield f"Nothing new: the tables are those of snapshot {report.snapshot}."
        return
    yield ""
    yield from columns([("Rows", ""), *((f"  {name}", f"{rows:,}") for name, rows in report.rows.items())])
    yield ""
    yield from _change_lines(report)
    seconds = ", ".join(f"{stage} {took:.1f} s" for stage, took in report.seconds.items())
    yield f"{report.decided:,} questions decided anew, {report.kept:,} decisions kept from before."
    yield f"Published snapshot {report.snapshot} ({seconds})."


def _article_lines(report: "RunReport") -> Iterator[str]:
    counts = (
        ("read", report.read),
        ("unchanged", report.unchanged),
        ("duplicate", len(report.duplicates)),
        ("rejected", len(report.rejected)),
        ("removed", len(report.removed)),
    )
    yield from columns([("Articles", ""), *((f"  {name}", f"{number:,}") for name, number in counts)])
    for name, rejections in (("Duplicate", report.duplicates), ("Rejected", report.rejected)):
        yield from _listed(name, [_reason(each) for each in rejections])


def _reason(rejection: "Rejection") -> str:
    return f"{rejection.doc_id}: {rejection.reason}"


def _change_lines(report: "RunReport") -> Iterator[str]:
    changes = report.changes
    counts = (
        ("new", len(changes.new)),
        ("changed", len(changes.changed)),
        ("gone", len(changes.gone)),
        ("new conflicts", len(changes.new_conflicts)),
        ("settled conflicts", len(changes.gone_conflicts)),
    )
    yield from columns([("Facts", ""), *((f"  {name}", f"{number:,}") for name, number in counts)])
    yield from _listed("Changed", [str(change) for change in changes.changed])
    yield from _listed("Gone", [str(change) for change in changes.gone])
    if len(changes.new_conflicts) <= _LISTED:
        yield from _listed("New conflicts", changes.new_conflicts)


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    """A heading and the first items; nothing where there are none."""
    if items:
        yield f"{title}:"
        yield from (f"  {plain(item)}" for item in shortened(list(items), _LISTED))
