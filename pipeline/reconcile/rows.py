"""Claims of any origin: rows of a table that somebody else made, as records that can be reconciled."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from pipeline.records import Claim, Qualifiers
from pipeline.values import edtf
from pipeline.values.ids import content_id

_NUMBER = "number"


def claims_from_rows(rows: Iterable[Mapping[str, object]]) -> Iterator[Claim]:
    """One claim per row with source, subject, predicate, value and, if known, as_of, asserted_on and type.

    A pandas frame gives such rows as `frame.to_dict("records")`, an Arrow table as `table.to_pylist()`. `type` is
    'number', 'date' or 'text'; without one a value that is a valid EDTF date is a date and any other a text. Missing
    values are None, '' or NaN. Equal rows give equal claims, which count once for each source anyway.
    """
    for row in rows:
        yield _claim(row)


def _claim(row: Mapping[str, object]) -> Claim:
    source, subject, predicate, value = (str(row[name]) for name in ("source", "subject", "predicate", "value"))
    as_of, asserted_on, kind = _text(row.get("as_of")), _day(row.get("asserted_on")), _text(row.get("type"))
    is_date = kind in (None, "date") and edtf.is_valid(value)
    earliest, latest = edtf.bounds(value) if is_date else (None, None)
    return Claim(
        claim_id=content_id("clm", source, subject, predicate, value, as_of or "", str(asserted_on or ""), kind or ""),
        doc_id=source,
        start=0,
        end=0,
        subject=subject,
        subject_id=None,
        medium=None,
        season=None,
        predicate=predicate,
        value=value,
        value_id=None,
        value_number=_number(value) if kind == _NUMBER else None,
        value_earliest=earliest,
        value_latest=latest,
        qualifiers=Qualifiers(as_of=as_of),
        asserted_on=asserted_on,
        extractor="table",
        score=1.0,
    )


def _text(cell: object) -> str | None:
    """None for what tables put where nothing is known."""
    return None if cell is None or cell == "" or cell != cell else str(cell)


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _text(cell)
    return date.fromisoformat(text[:10]) if text else None


def _number(value: str) -> float | None:
    try:
        return float(value.replace(",", ""))
    except ValueError:
        return None
