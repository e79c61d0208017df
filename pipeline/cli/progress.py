"""How far a run is: a bar on a terminal; elsewhere a line per stage, and only when a run takes a while."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.run.settings import Progress

_PATIENCE = 2.0  # seconds before a run that nobody watches says anything
_EVERY = 30.0  # seconds between its lines
_WORDS = {"start": "starting", "extract": "reading", "reconcile": "reconciling", "publish": "publishing"}


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """The function to tell; what it shows is gone when the block ends. Everything goes to stderr."""
    if sys.stderr.isatty():
        with _bar() as tell:
            yield tell
    else:
        yield _Lines()


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task(_WORDS["start"], total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bar.update(shown, description=_WORDS.get(stage, stage), completed=done, total=total or None)

        yield tell


class _Lines:
    """'articlefacts: reading 640 of 2,000', now and then."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _EVERY
        count = f" {done:,} of {total:,}" if total > 1 else ""
        print(f"articlefacts: {_WORDS.get(stage, stage)}{count}", file=sys.stderr, flush=True)
