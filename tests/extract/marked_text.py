"""Texts with marked mentions: '[Ann Oba](PERSON) wrote it in [May 2021](2021-05).'"""

import re
from dataclasses import replace
from datetime import date

import spacy
from spacy.tokens import Doc

from pipeline.extract.reading import Findings, Reading
from pipeline.records import (
    LABELS,
    Cell,
    DateMention,
    Mention,
    Metadata,
    Name,
    ParsedArticle,
    Passage,
    PassageKind,
    Statement,
)
from pipeline.values import edtf
from pipeline.values.spans import Alignment

MARK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
NLP = spacy.blank("en")


def read_marked(
    *texts: str | tuple[PassageKind, str], section: tuple[str, ...] = (), published_on: date | None = None
) -> tuple[Reading, Findings]:
    """One passage per text: prose, or of the kind given beside it."""
    raw, passages = "", []
    mentions: list[Mention] = []
    dates: list[DateMention] = []
    for given in texts:
        kind, text = given if isinstance(given, tuple) else (PassageKind.PROSE, given)
        start, clean, at = len(raw), "", 0
        for mark in MARK.finditer(text):
            clean += text[at : mark.start()]
            where = start + len(clean)
            if mark[2] in LABELS:
                mentions.append(Mention(where, where + len(mark[1]), mark[1], mark[2], None, "test"))
            else:
                dates.append(_date(where, mark[1], mark[2]))
            clean += mark[1]
            at = mark.end()
        clean += text[at:]
        passages.append(Passage(kind, clean, Alignment.identity(start, len(clean)), section))
        raw += clean + "\n"
    parsed = ParsedArticle(raw, "test", Metadata(published_on=published_on), tuple(passages))
    docs = tuple(Doc(NLP.vocab, words=[p.text], spaces=[False]) for p in passages)
    return Reading(parsed, docs), Findings(tuple(mentions), tuple(dates))


def with_cells(reading: Reading) -> Reading:
    """The reading, with the rows of tables cut into cells at their bars."""
    passages = []
    for passage in reading.parsed.passages:
        cells, at = [], passage.span.start
        for text in passage.text.split("|"):
            clean = text.strip()
            start = at + text.find(clean)
            cells.append(Cell(clean, start, start + len(clean)))
            at += len(text) + 1
        passages.append(replace(passage, cells=tuple(cells[1:-1])) if "|" in passage.text else passage)
    return replace(reading, parsed=replace(reading.parsed, passages=tuple(passages)))


def _date(start: int, text: str, value: str) -> DateMention:
    first, last = edtf.bounds(value)
    return DateMention(start, start + len(text), text, value, first, last, edtf.precision(value), False, None, None)


def work(name: str | None) -> Name | None:
    return Name(name, "WORK_OF_ART") if name else None


def shown(s: Statement) -> str:
    """'Sea of Glass | anime 2 | Ann Oba | character=Mia; language=en'."""
    form = f"{s.medium or '-'}{f' {s.season}' if s.season else ''}"
    pairs = [(n, getattr(s.qualifiers, n)) for n in ("character", "language", "theme", "as_of")]
    said = "; ".join(f"{name}={value}" for name, value in pairs if value)
    return " | ".join([s.subject.text, form, s.value, *([said] if said else [])])
