"""What one snapshot says that another did not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.publish.snapshot import Snapshot

_QUESTION = ("subject", "medium", "season", "predicate", "language", "region", "as_of", "character", "theme", "format")
_DISAGREEMENT = ("subject", "medium", "season", "predicate", "kind", "chosen")

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """A question that has another answer now, or is new (`before` is empty) or gone (`after` is empty)."""

    subject: str
    predicate: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate}: {_words(self.before)} -> {_words(self.after)}"


@dataclass(frozen=True, slots=True)
class Changes:
    """Sorted by question. `new_conflicts` and `gone_conflicts` are readable lines."""

    new: tuple[FactChange, ...] = ()
    gone: tuple[FactChange, ...] = ()
    changed: tuple[FactChange, ...] = ()
    new_conflicts: tuple[str, ...] = ()
    gone_conflicts: tuple[str, ...] = ()


def compare_snapshots(before: Snapshot | None, after: Snapshot) -> Changes:
    """The current answers of both snapshots compared, question by question; superseded facts do not count."""
    old, new = _answers(before), _answers(after)
    changes = [
        FactChange(str(question[0]), str(question[3]), old.get(question, ()), new.get(question, ()))
        for question in sorted(old.keys() | new.keys(), key=_order)
        if old.get(question) != new.get(question)
    ]
    was, now = _disagreements(before), _disagreements(after)
    return Changes(
        new=tuple(c for c in changes if not c.before),
        gone=tuple(c for c in changes if not c.after),
        changed=tuple(c for c in changes if c.before and c.after),
        new_conflicts=tuple(sorted(now - was)),
        gone_conflicts=tuple(sorted(was - now)),
    )


def _answers(snapshot: Snapshot | None) -> dict[Row, tuple[str, ...]]:
    answers: dict[Row, list[str]] = {}
    for *question, value, status in _rows(snapshot, "facts", (*_QUESTION, "value", "status")):
        if status != "superseded":
            answers.setdefault(tuple(question), []).append(value)
    return {question: tuple(sorted(values)) for question, values in answers.items()}


def _disagreements(snapshot: Snapshot | None) -> set[str]:
    rows = _rows(snapshot, "conflicts", _DISAGREEMENT)
    return {
        f"{subject} {' '.join(str(p) for p in (medium, season) if p is not None)} {predicate} ({kind})".replace(
            "  ", " "
        )
        + (f": {chosen}" if chosen else ": undecided")
        for subject, medium, season, predicate, kind, chosen in rows
    }


def _rows(snapshot: Snapshot | None, table: str, columns: Sequence[str]) -> list[Row]:
    if snapshot is None:
        return []
    read = snapshot.table(table, columns)
    return list(zip(*(read[column].to_pylist() for column in columns), strict=True))


def _order(row: Row) -> tuple[str, ...]:
    return tuple(str(part) for part in row)


def _words(values: tuple[str, ...]) -> str:
    return ", ".join(values) or "-"
