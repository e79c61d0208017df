"""All stages in order, without Prefect. The flow in `flows/` calls the same functions in the same order."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, as_completed, wait
from contextlib import AbstractContextManager

from pipeline.ingest import ReadFailed
from pipeline.run.assembly import assemble, publish
from pipeline.run.batches import Batch, BatchResult
from pipeline.run.clock import Clock
from pipeline.run.plan import PAUSE_SECONDS, READ_TRIES, Plan, plan_run
from pipeline.run.report import RunReport, make_report, nothing_new
from pipeline.run.settings import Progress, Settings, no_progress
from pipeline.run.work import extract_batch
from pipeline.run.workers import worker_pool
from pipeline.store.lock import Holder, workspace_lock


def run_pipeline(
    settings: Settings,
    *,
    progress: Progress = no_progress,
    on_wait: Callable[[Holder | None], None] | None = None,
) -> RunReport:
    """Reads raw/, publishes processed/ and says what changed. Raises ArticlefactsError; then nothing is published."""
    clock = Clock()
    with workspace(settings, on_wait):
        with clock("plan"):
            plan = plan_run(settings)
        if plan.nothing_new:
            return nothing_new(plan, clock.seconds)
        with clock("extract"):
            unread = _extract(plan, progress)
        with clock("reconcile"):
            progress("reconcile", 0, 1)
            content = assemble(plan, unread)
        with clock("publish"):
            progress("publish", 0, 1)
            publication = publish(plan, content)
        return make_report(plan, content, publication, clock.seconds)


def workspace(
    settings: Settings, on_wait: Callable[[Holder | None], None] | None = None
) -> AbstractContextManager[None]:
    """Holds `processed/` for one run; see `workspace_lock`."""
    return workspace_lock(settings.processed, settings.wait, on_wait)


def keep_result(plan: Plan, result: BatchResult) -> dict[str, str]:
    """Puts a batch's outcomes into the cache as soon as they are there; returns what could not be read."""
    with plan.cache() as cache:
        cache.put_many(result.outcomes)
    return result.unread


def _extract(plan: Plan, progress: Progress) -> dict[str, str]:
    unread: dict[str, str] = {}
    total = sum(len(batch.entries) for batch in plan.batches)
    done = 0
    progress("extract", done, total)
    workers = min(plan.settings.workers, len(plan.batches))
    for result in _results(plan.batches, workers):
        unread |= keep_result(plan, result)
        done += len(plan.batches[result.number].entries)
        progress("extract", done, total)
    return unread


def _results(batches: Sequence[Batch], workers: int) -> Iterator[BatchResult]:
    """Results as they come. Only a few batches are out at a time, so that results do not pile up."""
    if workers <= 1:
        yield from map(_extract_patiently, batches)
        return
    with worker_pool(workers) as pool:
        out: set[Future[BatchResult]] = set()
        for batch in batches:
            out.add(pool.submit(_extract_patiently, batch))
            if len(out) >= 2 * workers:
                done, out = wait(out, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        yield from (future.result() for future in as_completed(out))


def _extract_patiently(batch: Batch) -> BatchResult:
    """Tries again where reading failed for a reason that may pass."""
    for _ in range(READ_TRIES - 1):
        try:
            return extract_batch(batch)
        except ReadFailed:
            time.sleep(PAUSE_SECONDS)
    return extract_batch(batch, last_try=True)
