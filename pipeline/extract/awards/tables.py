"""Awards tables, row by row."""

import re
from collections.abc import Iterator

from pipeline.extract.awards.cells import (
    Named,
    is_nothing,
    is_self,
    read_category,
    read_recipients,
    split_categories,
)
from pipeline.extract.awards.labels import Labels
from pipeline.extract.awards.names import (
    AwardName,
    is_category_name,
    names_award,
    read_award,
    read_heading,
    section_award,
)
from pipeline.extract.awards.rows import Row, rows_of, with_hidden_recipient
from pipeline.extract.awards.sections import Sections
from pipeline.extract.awards.wording import holder_label, looks_like_category, read_result
from pipeline.extract.reading import Findings, Reading
from pipeline.records import AwardStatement, Cell, Name, Table
from pipeline.values.folding import fold
from pipeline.values.numbers import parse_ordinal
from pipeline.values.spans import Span

EXTRACTOR = "awards.table"
YEAR = re.compile(r"(?<!\d)((?:1[6-9]|20)\d\d)(?!\d)")
WINNERS = re.compile(r"(?i:winners?|winner\(s\)|winning (?:work|film|book|title|author)|laureates?)")
EDITION = re.compile(r"(?:(?:19|20)\d\d(?:[-–/]\d{2,4})?\s*\()?(?P<edition>\d{1,3}(?:st|nd|rd|th))\)?")
NUMBER = re.compile(r"\d{1,4}")
AWARD_ROLES = frozenset(("award", "category"))


def read_tables(reading: Reading, findings: Findings, topic: Name | None, labels: Labels) -> Iterator[AwardStatement]:
    """The statements of all awards tables; the roles of the columns tell which tables are."""
    title = reading.parsed.metadata.title or ""
    sections = Sections(reading, findings)
    for table in map(with_hidden_recipient, reading.parsed.tables):
        is_named = section_award(table.section) or names_award(title)
        if AWARD_ROLES & set(table.roles) or (is_named and "recipient" in table.roles):
            yield from TableReader(table, title, sections, findings, topic, labels).read()


class TableReader:
    """Reads one table; knows what its section and its article add to every row."""

    def __init__(
        self, table: Table, title: str, sections: Sections, findings: Findings, topic: Name | None, labels: Labels
    ) -> None:
        self.table, self.topic, self.labels, self.findings = table, topic, labels, findings
        self.heading = section_award(table.section) or (title if names_award(title) and self._lacks_award() else None)
        self.heading_span = sections.span_of(self.heading)
        self.fallback_year = sections.year_of(table.section)
        heads = [
            h.text for h, role in zip(table.header, table.roles, strict=True) if h is not None and role == "recipient"
        ]
        self.lists_winners = any(WINNERS.fullmatch(head.strip()) for head in heads) and "result" not in table.roles
        self.is_person_page = topic is not None and topic.label == "PERSON"

    def _lacks_award(self) -> bool:
        """Whether no column names an award: there is none, or it holds categories."""
        if "award" not in self.table.roles:
            return True
        column = self.table.roles.index("award")
        cells = [row[column] for row in self.table.rows]
        likely = sum(cell is not None and looks_like_category(cell.text) for cell in cells)
        return "category" not in self.table.roles and 2 * likely > len(cells)

    def read(self) -> Iterator[AwardStatement]:
        for row in rows_of(self.table):
            yield from self._read_row(row)

    def _read_row(self, row: Row) -> Iterator[AwardStatement]:
        award, award_span, category_role = self._award_of(row)
        if award is None or not award.name:
            return
        category_text = row.text(category_role) if category_role else ""
        if category_role in row.shown and category_role in row.cells and is_nothing(category_text):
            return  # the column is there and names nothing: a screening, not an award
        category, partners = read_category(category_text)
        named, work = self._recipients(row, category_text)
        result, rank = _outcome(row)
        result = result or ("won" if self.lists_winners and rank is None and not row.text("result") else None)
        spans = (
            *row.span("year"),
            *award_span,
            *(row.span(category_role) if category_role else ()),
            *row.span("result"),
        )
        for one in split_categories(category) if category else [None]:
            for name, span in [*named, *self._partners(row, category_role, partners)]:
                yield AwardStatement(
                    award=award.name,
                    edition=award.edition if award.edition is not None else _edition(row),
                    year=self._year(row, award),
                    category=one,
                    recipient=name,
                    work=work,
                    result=result,
                    rank=rank,
                    evidence=tuple(sorted({*spans, *row.span("rank"), *span})),
                    extractor=EXTRACTOR,
                )

    def _award_of(self, row: Row) -> tuple[AwardName | None, tuple[Span, ...], str | None]:
        """The award, where it stands, and the role of the column that holds the category."""
        has_category = "category" in self.table.roles
        if self.heading and not (has_category and row.text("award")):
            role = "category" if has_category else "award" if "award" in self.table.roles else None
            return read_heading(self.heading), self.heading_span, role
        text = row.text("award")
        if text:
            name, category = _award_for(text) if not row.text("category") else (text, None)
            if category is None:
                return read_award(name), row.span("award"), "category" if has_category else None
            row.cells["category"] = _part_of(row.cells["award"], category)
            return read_award(name), row.span("award"), "category"
        return None, (), None

    def _recipients(self, row: Row, category: str) -> tuple[list[tuple[Name | None, tuple[Span, ...]]], Name | None]:
        """The recipients with their places, and the work that they are honoured for."""
        person, work = row.text("recipient"), row.text("work")
        if self.is_person_page and (work or "recipient" not in row.shown):
            person, work = "", work or person
        work_name = self._work(work, row) if work else None
        if is_nothing(person) or person == category:
            if self.is_person_page:
                return [(self.topic, ())], work_name
            if work_name is not None:  # where the cut hides the header, the column may hold people too
                return [(self.labels.name(work_name.text, category), row.span("work"))], None
            is_lost = any(
                role not in row.shown and role not in row.cells
                for role in self.table.roles
                if role in ("recipient", "work")
            )
            return [(None if is_lost else self.topic, ())], None
        if self._is_work_of_topic(person, category):
            return [(self.topic, row.span("recipient"))], self._work(person, row)
        cell = row.cells["recipient"]
        named = read_recipients(cell.text, self.labels.whole_names)
        if work_name is None and named[0].note and self.labels.of(named[0].note) == "WORK_OF_ART":
            work_name = Name(named[0].note, "WORK_OF_ART")
        return [(self._name(one, category), row.span("recipient")) for one in named], work_name

    def _is_work_of_topic(self, text: str, category: str) -> bool:
        """On a person's page, what a column of nominees and works names for a category that is given to people."""
        if not self.is_person_page or is_self(text) or holder_label(category) != "PERSON":
            return False
        return self.labels.of(text) != "PERSON" and self.topic is not None and fold(self.topic.text) not in fold(text)

    def _work(self, text: str, row: Row) -> Name | None:
        named = read_recipients(text, [text])
        return Name(named[0].text, "WORK_OF_ART") if named and not is_nothing(text) and row else None

    def _name(self, named: Named, category: str) -> Name:
        if is_self(named.text) and self.topic is not None:
            return self.topic
        return self.labels.name(named.text, category, is_quoted=named.is_quoted)

    def _partners(
        self, row: Row, role: str | None, partners: list[Named]
    ) -> list[tuple[Name | None, tuple[Span, ...]]]:
        return [(self.labels.name(p.text, "", default="PERSON"), row.span(role) if role else ()) for p in partners]

    def _year(self, row: Row, award: AwardName) -> int | None:
        """The year cell's, else the award's own, else the one year that the section is about."""
        if found := YEAR.search(row.text("year")):
            return int(found[1])
        if award.year is not None:
            return award.year
        cell = row.cells.get("year")
        if cell is None:
            return None
        dated = [d.earliest.year for d in self.findings.dates if cell.start <= d.start < cell.end and d.earliest]
        return dated[0] if dated else self.fallback_year


def _edition(row: Row) -> int | None:
    """The ordinal of a year cell: '31st', '2004 (5th)'."""
    found = EDITION.fullmatch(row.text("year"))
    return parse_ordinal(found["edition"]) if found else None


def _outcome(row: Row) -> tuple[str | None, int | None]:
    """Result and rank; only what the cells state."""
    result = read_result(row.text("result"))
    if result in ("won", "nominated") and row.text("result"):
        return result, None  # a number beside it is the number of a reference as often as a rank
    rank_text = row.text("rank") or (row.text("result") if result == "ranked" else "")
    number = NUMBER.search(rank_text)
    rank = int(number[0]) if number else parse_ordinal(rank_text.casefold().split(" ")[0]) if rank_text else None
    if row.text("rank") and rank is not None:
        return "ranked", rank
    return (result, rank) if result != "ranked" or rank is not None else ("nominated", None)


def _award_for(text: str) -> tuple[str, str | None]:
    """'Heron Award for Best Score' -> ('Heron Award', 'Best Score'); 'Heron Prize for Fiction' is one name."""
    found = re.match(r"(.{3,80}?\b(?:Awards?|Prize))\s+for\s+([A-Z].{2,120})$", text)
    return (found[1], found[2]) if found and is_category_name(found[1], found[2]) else (text, None)


def _part_of(cell: Cell, text: str) -> Cell:
    if cell.end - cell.start != len(cell.text):
        return Cell(text, cell.start, cell.end)  # markup inside: the whole cell is the evidence
    start = cell.text.find(text)
    return Cell(text, cell.start + start, cell.start + start + len(text))
