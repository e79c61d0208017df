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
    """A fact that is new (`before` is None), gone (`after` is None), or whose one value is another now."""

    subject: str
    predicate: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        values = " -> ".join(value for value in (self.before, self.after) if value is not None)
        return f"{self.subject} {self.predicate}: {values}"


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
    questions = sorted(old.keys() | new.keys(), key=_order)
    changes = [c for question in questions for c in _compare(question, old.get(question, ()), new.get(question, ()))]
    was, now = _disagreements(before), _disagreements(after)
    return Changes(
        new=tuple(c for c in changes if c.before is None),
        gone=tuple(c for c in changes if c.after is None),
        changed=tuple(c for c in changes if c.before is not None and c.after is not None),
        new_conflicts=tuple(sorted(now - was)),
        gone_conflicts=tuple(sorted(was - now)),
    )


def _compare(question: Row, old: tuple[str, ...], new: tuple[str, ...]) -> list[FactChange]:
    subject, predicate = str(question[0]), str(question[3])
    if len(old) == len(new) == 1:
        return [FactChange(subject, predicate, old[0], new[0])] if old != new else []
    gone = [FactChange(subject, predicate, value, None) for value in old if value not in new]
    return gone + [FactChange(subject, predicate, None, value) for value in new if value not in old]


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
