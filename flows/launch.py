"""Runs the flow in this process, as the command does."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from flows.api import prefect_api, wait_until_recorded
from pipeline.run.settings import Progress, Settings

if TYPE_CHECKING:
    from pipeline.run.report import RunReport
    from pipeline.store.lock import Holder


def run_flow(
    settings: Settings, progress: Progress, on_wait: "Callable[[Holder | None], None] | None" = None
) -> "RunReport":
    """The same run as `run_pipeline`, as a flow run that Prefect records. Raises ArticlefactsError likewise."""
    with prefect_api():
        from flows import articles

        articles.observer.set(articles.Observer(progress, on_wait))
        state = articles.articlefacts_flow(**parameters_of(settings), return_state=True)
        if (flow_run_id := state.state_details.flow_run_id) is not None:
            wait_until_recorded(flow_run_id)
        return cast("RunReport", state.result())


def parameters_of(settings: Settings) -> dict[str, Any]:
    """The flow's parameters: plain values that a server can keep; paths do not depend on a working directory."""
    return {
        "raw": str(settings.raw.absolute()),
        "processed": str(settings.processed.absolute()),
        "workers": settings.workers,
        "force": settings.force,
        "model": settings.model,
        "wait": settings.wait,
    }
