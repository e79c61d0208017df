"""Where flow runs are recorded: the Prefect API that the user has set, or an embedded server for the time of a run."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from flows.environment import prepare_environment
from flows.server import EmbeddedServer

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

RECORD_SECONDS = 10.0
LOOK_SECONDS = 0.4  # longer than the embedded server gathers events before it writes them


@contextmanager
def prefect_api() -> Iterator[None]:
    """Inside the block, flows of this thread are recorded somewhere; nothing is shown on the console."""
    prepare_environment(quiet=True)
    with ExitStack() as stack:
        server = None if os.environ.get("PREFECT_API_URL") else stack.enter_context(EmbeddedServer())
        from prefect.settings import PREFECT_API_URL, temporary_settings  # 2 s, while the server starts

        if server is None or PREFECT_API_URL.value():  # the user's environment or Prefect profile names one
            yield
            return
        address = server.wait_for_address()
        stack.enter_context(temporary_settings({PREFECT_API_URL: address}))
        stack.callback(_send_pending)
        yield


def wait_until_recorded(flow_run_id: UUID) -> None:
    """Waits, not for long, until the server has written the final state of every task of the run.

    A server that is stopped earlier loses them, and says so in tracebacks.
    """
    from prefect.client.orchestration import get_client

    _send_pending()
    deadline = time.monotonic() + RECORD_SECONDS
    before: list[UUID] = []
    with get_client(sync_client=True) as client:
        while time.monotonic() < deadline:
            newest, unfinished = (_task_runs(client, flow_run_id, final) for final in (True, False))
            if not unfinished and newest == before:  # nothing came since the last look
                return
            before = newest
            time.sleep(LOOK_SECONDS)


def _task_runs(client: "SyncPrefectClient", flow_run_id: UUID, final: bool) -> list[UUID]:
    """The newest task run of the flow run in a final, or not final, state."""
    from prefect.client.schemas import filters
    from prefect.client.schemas.objects import TERMINAL_STATES, StateType
    from prefect.client.schemas.sorting import TaskRunSort

    wanted = [state for state in StateType if (state in TERMINAL_STATES) == final]
    found = client.read_task_runs(
        flow_run_filter=filters.FlowRunFilter(id=filters.FlowRunFilterId(any_=[flow_run_id])),
        task_run_filter=filters.TaskRunFilter(
            state=filters.TaskRunFilterState(type=filters.TaskRunFilterStateType(any_=wanted))
        ),
        sort=TaskRunSort.ID_DESC,
        limit=1,
    )
    return [task_run.id for task_run in found]


def _send_pending() -> None:
    """Sends the events and log lines that this process still holds."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogHandler

    EventsWorker.drain_all(timeout=RECORD_SECONDS)
    APILogHandler().flush()
