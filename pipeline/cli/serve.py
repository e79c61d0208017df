"""`articlefacts serve`: run on a schedule until stopped."""

import sys
from pathlib import Path

from pipeline.run.settings import Settings, default_workers

WAIT_SECONDS = 600.0  # a scheduled run lets a run by hand finish first


def serve_command(
    cron: str, timezone: str, raw: Path, processed: Path, workers: int | None, *, model: str | None, port: int
) -> None:
    """Serves until SIGINT or SIGTERM. Raises FlowError for a schedule that cannot be read."""
    settings = Settings(
        raw, processed, default_workers() if workers is None else workers, False, model, wait=WAIT_SECONDS
    )
    from flows.launch import parameters_of
    from flows.serving import serve_flow

    def announce(address: str) -> None:
        print(
            f"articlefacts: {settings.raw} -> {settings.processed} on schedule '{cron}' ({timezone}); "
            f"runs are shown at {address}; Ctrl-C ends",
            file=sys.stderr,
            flush=True,
        )

    serve_flow(cron, timezone, parameters_of(settings), port=port, on_ready=announce)
