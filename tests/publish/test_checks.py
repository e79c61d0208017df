"""Each way in which tables can break their promises is found, and named in a line that can be read."""

from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from published_sample import sample_content, sample_texts

from pipeline.errors import TablesInvalid
from pipeline.publish import Content
from pipeline.publish.checks import find_problems, require_valid
from pipeline.publish.tables import build_tables
from pipeline.records import Candidate, DocumentSpan, Qualifiers


def messages(content: Content, texts: dict[str, str] | None = None) -> list[str]:
    return [str(problem) for problem in find_problems(build_tables(content), texts.get if texts else None)]


def with_first(content: Content, table: str, **change: Any) -> Content:
    """The content with its first row of the table changed."""
    first, *rest = getattr(content, table)
    return replace(content, **{table: [replace(first, **change), *rest]})


def with_found(content: Content, kind: str, **change: Any) -> Content:
    """The content with the first mention or date of 000.txt changed."""
    extraction = content.extractions["000.txt"]
    first, *rest = getattr(extraction, kind)
    changed = replace(extraction, **{kind: (replace(first, **change), *rest)})
    return replace(content, extractions={**content.extractions, "000.txt": changed})


def test_valid_tables_have_no_problems() -> None:
    assert messages(sample_content(), sample_texts()) == []
    require_valid(build_tables(sample_content()), sample_texts().get)


def test_tables_without_rows_have_no_problems() -> None:
    assert messages(Content((), {}, {}, (), (), (), (), ()), {}) == []


OUTSIDE = "1 spans lie outside the text of their article, e.g."
MISQUOTED = "1 spans of 000.txt do not carry their text:"

BROKEN: list[tuple[str, dict[str, Any], str]] = [
    # words, numbers, nulls
    ("entities", {"label": "ROBOT"}, "label has words of no meaning here: 'ROBOT'"),
    ("facts", {"status": "maybe"}, "status has words of no meaning here: 'maybe'"),
    ("claims", {"medium": "opera"}, "medium has words of no meaning here: 'opera'"),
    ("facts", {"confidence": 1.5}, "confidence lies outside 0.0..1.0: 1.5"),
    ("facts", {"confidence": float("nan")}, "confidence lies outside 0.0..1.0: nan"),
    ("entities", {"name": None}, "name is null in 1 rows"),
    ("facts", {"claim_ids": (None, "clm-1")}, "claim_ids has 1 nulls in its lists"),
    ("documents", {"encoding": None}, "either encoding or rendering says what the text is: '000.txt'"),
    ("documents", {"status": "rejected"}, "status is rejected without reason: '000.txt'"),
    # dates
    ("claims", {"qualifiers": Qualifiers(as_of="May 2022")}, "as_of is no EDTF: 'May 2022'"),
    ("dates", {"edtf": "2021-13"}, "edtf is no EDTF: '2021-13'"),
    ("dates", {"earliest": date(2022, 1, 1)}, "earliest lies after latest in 1 rows, e.g. ('000.txt', 21, 25)"),
    ("claims", {"value_latest": date(2020, 1, 1)}, "value_earliest lies after value_latest in 1 rows, e.g. ('clm-1',)"),
    # keys and references
    ("mentions", {"start": 27, "end": 35}, "1 rows repeat a key, e.g. ('000.txt', 27, 35)"),
    ("claims", {"subject_id": "ent-9"}, "subject_id is not in entities.entity_id: 'ent-9'"),
    ("facts", {"claim_ids": ("clm-1", "clm-9")}, "claim_ids is not in claims.claim_id: 'clm-9'"),
    ("awards", {"evidence": (DocumentSpan("x", 0, 1),)}, "evidence.doc_id is not in documents.doc_id: 'x'"),
    (
        "conflicts",
        {"candidates": (Candidate("a", ("clm-9",), (), 1.0),)},
        "candidates.claim_ids is not in claims.claim_id: 'clm-9'",
    ),
    (
        "conflicts",
        {"candidates": (Candidate("a", (), ("x",), 1.0),)},
        "candidates.doc_ids is not in documents.doc_id: 'x'",
    ),
    ("documents", {"duplicate_of": "x"}, "duplicate_of is not in documents.doc_id: 'x'"),
    # spans
    ("claims", {"end": 87}, f"{OUTSIDE} 000.txt [21, 87)"),
    ("claims", {"start": 25}, f"{OUTSIDE} 000.txt [25, 25)"),
    ("claims", {"start": -1}, f"{OUTSIDE} 000.txt [-1, 25)"),
    ("claims", {"doc_id": "copy.txt"}, f"{OUTSIDE} copy.txt [21, 25)"),
    ("awards", {"evidence": (DocumentSpan("000.txt", 5, 5),)}, f"{OUTSIDE} 000.txt [5, 5)"),
    ("mentions", {"start": 1, "end": 9}, f"{MISQUOTED} (1, 9, 'Ada Vane')"),
    ("dates", {"text": "2022"}, f"{MISQUOTED} (21, 25, '2022')"),
]


@pytest.mark.parametrize(("table", "change", "message"), BROKEN, ids=[f"{t}: {m}" for t, _, m in BROKEN])
def test_a_broken_promise_is_found(table: str, change: dict[str, Any], message: str) -> None:
    break_first = with_found if table in ("mentions", "dates") else with_first
    assert f"{table}: {message}" in messages(break_first(sample_content(), table, **change), sample_texts())


def test_a_row_twice() -> None:
    content = sample_content()
    twice = replace(content, entities=[*content.entities, *content.entities])
    assert messages(twice) == ["entities: 1 rows repeat a key, e.g. ('ent-1',)"]


def test_every_article_is_held_against_its_own_text() -> None:
    """The last article too, in tables with several rows for each."""
    texts = sample_texts(documents=4)
    texts["003.txt"] = texts["003.txt"].replace("Ada Vane", "Ida Vane")
    found = messages(sample_content(documents=4), texts)
    wrong = "(0, 8, 'Ada Vane'), (27, 35, 'Ada Vane'), (54, 62, 'Ada Vane')"
    assert found == [f"mentions: 3 spans of 003.txt do not carry their text: {wrong}"]


def test_offsets_count_code_points() -> None:
    """A character outside the basic plane is one, not two and not four."""
    content = sample_content()
    moved = with_found(content, "mentions", start=2, end=10)
    texts = sample_texts()
    texts["000.txt"] = "🦊 " + texts["000.txt"]
    wrong = [m for m in messages(moved, texts) if m.startswith("mentions")]
    assert wrong == ["mentions: 2 spans of 000.txt do not carry their text: (27, 35, 'Ada Vane'), (54, 62, 'Ada Vane')"]


def test_an_article_that_changed_is_stale_and_not_broken() -> None:
    texts = {"001.txt": sample_texts()["001.txt"]}
    (problem,) = find_problems(build_tables(sample_content()), texts.get)
    assert problem.is_stale
    assert str(problem) == "documents: changed or gone since the last run: '000.txt'"
    require_valid(build_tables(sample_content()), texts.get)


def test_the_error_is_one_line_with_the_first_problems() -> None:
    content = with_first(
        sample_content(), "facts", status="maybe", confidence=2.0, claim_ids=("clm-9",), medium="opera"
    )
    with pytest.raises(TablesInvalid) as caught:
        require_valid(build_tables(content))
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("facts: medium has words of no meaning here: 'opera'; facts: status")
    assert str(caught.value).endswith("; and 1 more problems")


def test_a_missing_table_and_wrong_columns() -> None:
    tables = build_tables(sample_content())
    tables["facts"] = tables["facts"].drop_columns(["season"]).append_column("colour", pa.array(["red"]))
    tables["entities"] = tables["entities"].set_column(4, "n_mentions", pa.array([6.0]))
    del tables["dates"]
    assert [str(problem) for problem in find_problems(tables)] == [
        "entities: the types differ: n_mentions is double, not int32",
        "dates: the table is missing",
        "facts: the columns differ: missing ['season'], unknown ['colour'], or in another order",
    ]


def test_rows_out_of_order() -> None:
    tables = build_tables(sample_content())
    tables["mentions"] = tables["mentions"].take([1, 0, 2, 3, 4, 5])
    assert [str(problem) for problem in find_problems(tables)] == [
        "mentions: the rows are not sorted by doc_id, start, end"
    ]
