"""The unit of work that looks at one article at a time, and how files are cut into it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.ingest import FileEntry
from pipeline.records import Outcome

BATCH_BYTES = 200_000
BATCH_FILES = 64


@dataclass(frozen=True, slots=True)
class Batch:
    """Files whose bytes have not been read with this code, vocabulary and model yet."""

    number: int
    entries: tuple[FileEntry, ...]
    model: str | None = None


@dataclass(frozen=True, slots=True)
class BatchResult:
    """One outcome per distinct content, by the sha256 of the file's bytes.

    `unread`: what could not be read this time, and why. It says nothing about the bytes: never kept by content.
    """

    number: int
    outcomes: dict[str, Outcome]
    unread: dict[str, str] = field(default_factory=dict)


def cut_batches(entries: Sequence[FileEntry], model: str | None) -> tuple[Batch, ...]:
    """Batches of similar size in the order of the entries: big enough to fill `nlp.pipe`, small enough to share out."""
    batches: list[list[FileEntry]] = []
    size = BATCH_BYTES
    for entry in entries:
        if size >= BATCH_BYTES or len(batches[-1]) >= BATCH_FILES:
            batches.append([])
            size = 0
        batches[-1].append(entry)
        size += entry.size
    return tuple(Batch(number, tuple(batch), model) for number, batch in enumerate(batches))
