"""The header line: whether there is one, which columns its cells stand over, and what roles it leaves to be hidden."""

from collections.abc import Sequence
from itertools import combinations, islice

from pipeline.parse.tables.kinds import Look
from pipeline.parse.tables.roles import AWARD_ROLES, NAMED, OTHER, assign_roles, header_score, roles
from pipeline.records import Cell

DATA_KINDS = ("year", "date", "quoted", "result")
MOST_HEADER_PLACES = 60

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
    best: tuple[float, tuple[Cell | None, ...], tuple[str, ...]] | None = None
    for places in islice(combinations(range(width), len(cells)), MOST_HEADER_PLACES):
        spread: list[Cell | None] = [None] * width
        for place, cell in zip(places, cells, strict=True):
            spread[place] = cell
        names, score = assign_roles(_texts(spread), columns, trust)
        if best is None or score > best[0]:
            best = (score, tuple(spread), names)
    assert best is not None
    return best[1], best[2]


def _texts(header: Sequence[Cell | None]) -> list[str]:
    return [cell.text if cell is not None else "" for cell in header]
