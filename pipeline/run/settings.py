"""What a run is told, and what it tells back while it works."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ArticlefactsError

Progress = Callable[[str, int, int], None]  # stage, steps done, steps in all

MAX_BYTES = 20_000_000


def no_progress(stage: str, done: int, total: int) -> None:
    """The default: say nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Parameters of a run; raises ArticlefactsError for values that make no sense."""

    raw: Path = Path("raw")
    processed: Path = Path("processed")
    workers: int = 1  # processes that read articles; 1 means no extra process
    force: bool = False  # read everything again, whatever the cache holds
    model: str | None = None  # name or path of another spaCy pipeline
    max_bytes: int = MAX_BYTES  # a larger article is rejected
    wait: float = 0.0  # seconds to wait for another run on the same workspace

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise ArticlefactsError(f"workers must be at least 1, not {self.workers}")
        if self.max_bytes < 1:
            raise ArticlefactsError(f"max_bytes must be at least 1, not {self.max_bytes}")


def default_workers() -> int:
    """As many processes as the machine has cores for us, at most 8."""
    return max(1, min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1))
