"""The header line: whether there is one, which columns its cells stand over, and what roles it leaves to be hidden."""

from collections.abc import Sequence
from itertools import combinations, islice

from pipeline.parse.tables.kinds import Look
from pipeline.parse.tables.roles import (
    AWARD_ROLES,
    NAMED,
    OTHER,
    WIDEST_JUDGED,
    assign_roles,
    choose_roles,
    header_score,
    role_scores,
    roles,
)
from pipeline.records import Cell

DATA_KINDS = ("year", "date", "quoted", "result")
MOST_HEADER_PLACES = 60
MOST_JUDGED = 8  # places of the header's cells for which the roles are chosen: the most promising

Columns = list[list[Look]]


def is_header(looks: Sequence[Look]) -> bool:
    """A line of column names: one that names a role, or at least holds no year, date, title or result."""
    if any(header_score(role, look.text) == NAMED for role in roles().values() for look in looks):
        return True
    return not any(look.kind in DATA_KINDS for look in looks)


def names_award(header: Sequence[Cell | None]) -> bool:
    return any(
        cell is not None and header_score(roles()[name], cell.text) >= NAMED for cell in header for name in AWARD_ROLES
    )


def missing_roles(names: tuple[str, ...], is_awards: bool) -> tuple[str, ...]:
    if not is_awards:
        return (OTHER, OTHER)
    missing = []
    if "category" not in names:
        missing.append("category" if "award" in names else "award")
    if "recipient" not in names and "work" not in names:
        missing.append("recipient")
    elif "work" not in names and "category" in names:
        missing.append("work")
    if "result" not in names and "rank" not in names:
        missing.append("result")
    return tuple(missing)


def with_work(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("work" if name == "recipient" else name for name in names)


def place_header(
    header: Sequence[Cell], columns: Columns, trust: float
) -> tuple[tuple[Cell | None, ...], tuple[str, ...]]:
    """The header cells over their columns, and the columns' roles. A header shorter than the table spans columns."""
    cells = list(header)
    while len(cells) > 1 and not cells[-1].text.strip():
        cells.pop()
    width = len(columns)
    if not 0 < len(cells) < width or not any(not look.is_blank for look in columns[-1]):
        placed: list[Cell | None] = [*header[:width], *[None] * (width - len(header))]
        return tuple(placed), assign_roles(_texts(placed), columns, trust)[0]
    shown = [[role_scores(text, looks, trust) for text in ("", *_texts(cells))] for looks in columns[:WIDEST_JUDGED]]
    places = list(islice(combinations(range(width), len(cells)), MOST_HEADER_PLACES))
    readings = [_spread(width, chosen) for chosen in places]
    readings.sort(key=lambda reading: -sum(max(own[cell]) for own, cell in zip(shown, reading, strict=False)))
    best: tuple[float, list[int], tuple[str, ...]] | None = None
    for reading in readings[:MOST_JUDGED]:
        names, score = choose_roles([own[cell] for own, cell in zip(shown, reading, strict=False)], width)
        if best is None or score > best[0]:
            best = (score, reading, names)
    assert best is not None
    return tuple(cells[cell - 1] if cell else None for cell in best[1]), best[2]


def _spread(width: int, places: Sequence[int]) -> list[int]:
    """For each column the number of the header cell over it, counted from 1; 0 for none."""
    cells = [0] * width
    for number, place in enumerate(places, start=1):
        cells[place] = number
    return cells


def _texts(header: Sequence[Cell | None]) -> list[str]:
    return [cell.text if cell is not None else "" for cell in header]
