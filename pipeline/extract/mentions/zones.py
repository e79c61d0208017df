"""Where names are not looked for: table headers, categories and years, infobox keys, dates."""

from bisect import bisect_right
from functools import cache

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.reading import Findings, Reading
from pipeline.records import PassageKind
from pipeline.vocabulary import load_vocabulary

STRUCTURAL = ("title", "infobox", "table", "recipient", "list", "quote")
SILENT_ROLES = (
    "year",
    "award",
    "category",
    "result",
    "rank",
    "ref",
    "role",
)  # what names they hold, the table rules find


class Zones:
    """Stretches of passages that only structural rules, and in categories cues, may find names in."""

    def __init__(self, reading: Reading, findings: Findings) -> None:
        self.closed: dict[int, list[tuple[int, int]]] = {}
        self.cells: dict[int, list[tuple[int, int]]] = {}
        self.dates: dict[int, list[tuple[int, int]]] = {}
        self._close_tables(reading)
        self._close_infobox(reading)
        self._mark_dates(reading, findings)

    def allows(self, candidate: Candidate) -> bool:
        """Whether a name may be found here by the candidate's family."""
        if candidate.family in STRUCTURAL:
            return True
        if any(a <= candidate.start and candidate.end <= b for a, b in self.dates.get(candidate.passage, ())):
            return False
        closed = self.closed.get(candidate.passage, ())
        cells = self.cells.get(candidate.passage, ()) if candidate.family != "cue" else ()
        return not any(a < candidate.end and candidate.start < b for spans in (closed, cells) for a, b in spans)

    def _close_tables(self, reading: Reading) -> None:
        rows = {p.span.start: n for n, p in enumerate(reading.parsed.passages) if p.kind == PassageKind.TABLE_ROW}
        starts = sorted(rows)
        for table in reading.parsed.tables:
            lines = [(table.header, ("year",) * len(table.header)), *((row, table.roles) for row in table.rows)]
            for line, roles in lines:
                for cell, role in zip(line, roles, strict=False):
                    if cell is None or not cell.text or role not in SILENT_ROLES:
                        continue
                    number = rows[starts[bisect_right(starts, cell.start) - 1]]
                    start = reading.parsed.passages[number].to_text(cell.start)
                    zone = self.cells if role == "category" else self.closed
                    if (span := (start, start + len(cell.text))) not in zone.setdefault(number, []):
                        zone[number].append(span)

    def _close_infobox(self, reading: Reading) -> None:
        for number, passage in enumerate(reading.parsed.passages):
            if passage.kind == PassageKind.INFOBOX and len(passage.cells) == 2:
                key, value = passage.cells
                begin = passage.to_text(value.start)
                silent = key.text.casefold() in _silent_keys()
                self.closed[number] = [(0, len(passage.text) if silent else begin)]

    def _mark_dates(self, reading: Reading, findings: Findings) -> None:
        if not findings.dates:
            return
        spans = [p.span for p in reading.parsed.passages]
        order = sorted(range(len(spans)), key=lambda n: spans[n].start)
        starts = [spans[n].start for n in order]
        for date in findings.dates:
            number = order[bisect_right(starts, date.start) - 1]
            passage = reading.parsed.passages[number]
            if date.end <= spans[number].end:
                begin = passage.to_text(date.start)
                self.dates.setdefault(number, []).append((begin, passage.to_text(date.end)))


@cache
def _silent_keys() -> frozenset[str]:
    return frozenset(load_vocabulary("mentions")["no_names"]["keys"])
