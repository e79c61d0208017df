"""The flow: the stages of `pipeline.run` as Prefect tasks. A table of contents; what is done lies in `pipeline`."""

import flows.environment  # noqa: F401, I001  (before prefect)

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import flow, get_run_logger, runtime, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture, as_completed
from prefect.states import Completed
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

from flows.artifacts import headline, leave_conflicts, leave_summary
from pipeline.publish import Content, Publication
from pipeline.run.assembly import assemble, publish
from pipeline.run.batches import Batch
from pipeline.run.clock import Clock
from pipeline.run.plan import Plan, plan_run
from pipeline.run.report import RunReport, make_report, nothing_new
from pipeline.run.settings import Progress, Settings, default_workers, no_progress
from pipeline.run.whole import keep_result, workspace
from pipeline.run.work import extract_batch
from pipeline.run.workers import worker_pool
from pipeline.store.lock import Holder

RETRIES = 2

T = TypeVar("T")

# Prefect keeps none of our data: no caching (the pipeline has its own, by content), no stored results.
_OURS: dict[str, Any] = {"cache_policy": NO_CACHE, "persist_result": False}
_cache_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Observer:
    """Whoever runs the flow in its own process and wants to be told how far it is."""

    progress: Progress = no_progress
    on_wait: Callable[[Holder | None], None] | None = None


observer: ContextVar[Observer] = ContextVar("observer", default=Observer())  # noqa: B039  (frozen)


def _whole(value: T) -> T:
    """The value as an argument of a task that Prefect does not take apart: it looks for futures in every record."""
    return cast(T, quote(value))


def _may_pass(_task: object, _run: TaskRun, state: State[Any]) -> bool:
    """Retry a read that failed for a reason that may pass; nothing else gets better by itself."""
    return getattr(state.result(raise_on_failure=False), "transient", False) is True


@task(name="plan", task_run_name="plan", **_OURS)
def plan_task(settings: Settings) -> Plan:
    plan = plan_run(settings)
    files = len(plan.inventory.entries) + len(plan.inventory.rejections)
    get_run_logger().info("%d files, %d to read", files, sum(len(batch.entries) for batch in plan.batches))
    return plan


@task(
    name="extract",
    task_run_name="extract batch {batch.number}",
    retries=RETRIES,
    retry_delay_seconds=[1, 5],
    retry_condition_fn=_may_pass,
    **_OURS,
)
def extract_task(plan: Plan, batch: Batch, pool: Executor) -> dict[str, str]:
    """Extracts in a worker process and keeps the outcome; returns what could not be read."""
    last_try = runtime.task_run.run_count > RETRIES
    result = pool.submit(extract_batch, batch, last_try=last_try).result()
    get_run_logger().info("%d articles, first %s", len(batch.entries), batch.entries[0].doc_id)
    with _cache_lock:
        return keep_result(plan, result)


@task(name="reconcile", task_run_name="reconcile", **_OURS)
def reconcile_task(plan: Plan, unread: dict[str, str]) -> Content:
    content = assemble(plan, unread)
    get_run_logger().info("%d facts, %d conflicts", len(content.facts), len(content.conflicts))
    return content


@task(name="publish", task_run_name="publish", **_OURS)
def publish_task(plan: Plan, content: Content) -> Publication:
    publication = publish(plan, content)
    get_run_logger().info("%s %s", "published" if publication.is_new else "unchanged", publication.snapshot.path.name)
    return publication


@flow(name="articlefacts", persist_result=False)
def articlefacts_flow(
    raw: str = "raw",
    processed: str = "processed",
    workers: int | None = None,
    force: bool = False,
    model: str | None = None,
    wait: float = 0.0,
) -> State[RunReport]:
    """Reads new and changed articles in `raw` and publishes the tables in `processed`.

    `workers`: processes that read articles (default: one per core). `force`: read every article again. `model`:
    another spaCy pipeline. `wait`: seconds to wait for another run on the same tables.
    """
    settings = Settings(Path(raw), Path(processed), workers or default_workers(), force, model, wait=wait)
    with workspace(settings, observer.get().on_wait):
        report = _run(settings, Clock())
    leave_summary(report)
    return Completed(data=report, message=headline(report))


def _run(settings: Settings, clock: Clock) -> RunReport:
    """The same stages in the same order as `pipeline.run.whole.run_pipeline`."""
    tell = observer.get().progress
    with clock("plan"):
        plan = plan_task(settings)
    if plan.nothing_new:
        return nothing_new(plan, clock.seconds)
    with clock("extract"):
        unread = {key: reason for part in _extract(plan, tell) for key, reason in part.items()}
    with clock("reconcile"):
        tell("reconcile", 0, 1)
        content = reconcile_task(_whole(plan), _whole(unread))
    with clock("publish"):
        tell("publish", 0, 1)
        publication = publish_task(_whole(plan), _whole(content))
    leave_conflicts(content.conflicts)
    return make_report(plan, content, publication, clock.seconds)


def _extract(plan: Plan, tell: Progress) -> Iterator[dict[str, str]]:
    """One task per batch; as many at a time as there are worker processes."""
    total, done = sum(len(batch.entries) for batch in plan.batches), 0
    tell("extract", done, total)
    workers = max(1, min(plan.settings.workers, len(plan.batches)))
    runner: ThreadPoolTaskRunner[Any]
    # left in this order: once the pool is closed, no task waits for it any longer
    with ThreadPoolTaskRunner(max_workers=workers) as runner, worker_pool(workers) as pool:
        sizes: dict[PrefectFuture[Any], int] = {}
        for batch in plan.batches:
            arguments = {"plan": _whole(plan), "batch": _whole(batch), "pool": _whole(pool)}
            future: PrefectFuture[Any] = runner.submit(extract_task, arguments)  # type: ignore[arg-type]
            sizes[future] = len(batch.entries)
        for finished in as_completed(list(sizes)):
            yield finished.result()
            done += sizes[finished]
            tell("extract", done, total)
