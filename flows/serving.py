"""The flow on a schedule, for people without a Prefect server of their own."""

import os
import socket
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flows.environment import prepare_environment
from flows.server import EmbeddedServer
from pipeline.errors import FlowError

DEPLOYMENT = "served"


def serve_flow(
    cron: str, timezone: str, parameters: Mapping[str, Any], *, port: int, on_ready: Callable[[str], None]
) -> None:
    """Runs the flow whenever the schedule says so, until SIGINT or SIGTERM; one run at a time.

    `on_ready` is told the address of the web interface. Raises FlowError for a schedule that cannot be read.
    """
    prepare_environment()
    from prefect.schedules import Cron

    schedule = Cron(_checked_cron(cron), timezone=_checked_timezone(timezone))
    from prefect import serve
    from prefect.types.entrypoint import EntrypointType

    from flows.articles import articlefacts_flow

    warnings.filterwarnings("ignore", "coroutine 'Runner.astop'", RuntimeWarning)  # Prefect's own, on SIGTERM
    os.environ["PYTHONSAFEPATH"] = "1"  # runs import this package, not a folder `flows` where the command was typed
    with _scheduling_api(port) as address:
        # a deployment, not `flow.serve`: that one would send the flow to each run in pickled form
        deployment = articlefacts_flow.to_deployment(
            DEPLOYMENT,
            schedule=schedule,
            parameters=dict(parameters),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        on_ready(address)
        serve(deployment, limit=1, print_starting_message=False)  # type: ignore[arg-type]


@contextmanager
def _scheduling_api(port: int) -> Iterator[str]:
    """The address of the web interface of the user's Prefect server, or of one of ours."""
    from prefect.settings import PREFECT_API_URL, PREFECT_UI_URL, temporary_settings

    if PREFECT_API_URL.value():
        yield PREFECT_UI_URL.value() or PREFECT_API_URL.value()
        return
    with EmbeddedServer(with_scheduler=True, port=port if _is_free(port) else 0) as server:
        address = server.wait_for_address()
        with temporary_settings({PREFECT_API_URL: address}):
            yield address.removesuffix("/api")


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def _checked_cron(cron: str) -> str:
    from prefect.client.schemas.schedules import CronSchedule

    try:
        return CronSchedule(cron=cron).cron
    except ValueError as error:
        raise FlowError(
            f"{cron!r} is no cron schedule: write minute hour day month weekday, e.g. '0 6 * * *' for 6:00 every day"
        ) from error


def _checked_timezone(timezone: str) -> str:
    from prefect.client.schemas.schedules import CronSchedule

    try:
        CronSchedule(cron="0 0 * * *", timezone=timezone or "none given")
    except ValueError as error:
        raise FlowError(f"{timezone!r} is no time zone: write one like UTC or Europe/Paris") from error
    return timezone
