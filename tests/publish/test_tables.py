"""Records to tables: typed, sorted, and the same whatever order the records came in."""

from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest
from published_sample import sample_content

from pipeline.errors import TablesInvalid
from pipeline.publish import Content
from pipeline.publish.schemas import TABLES
from pipeline.publish.switch import parquet_bytes
from pipeline.publish.tables import build_tables


def empty_content() -> Content:
    return Content((), {}, {}, (), (), (), (), ())


@pytest.mark.parametrize("make", [sample_content, empty_content])
def test_tables_have_their_schemas(make) -> None:
    tables = build_tables(make())
    assert list(tables) == [schema.name for schema in TABLES]
    for schema in TABLES:
        assert tables[schema.name].schema.equals(schema.arrow())


def test_rows_of_a_document() -> None:
    rows = build_tables(sample_content())["documents"].to_pylist()
    assert [row["doc_id"] for row in rows] == ["000.txt", "001.txt", "copy.txt", "pipe"]
    assert rows[0] == {
        "doc_id": "000.txt",
        "title": "run 1",
        "layout": "web_text",
        "publisher": None,
        "authors": ["B. Quill"],
        "editor": None,
        "published_on": date(2022, 3, 4),
        "language": "en",
        "sha256": "sha-1",
        "encoding": "utf-8",
        "rendering": None,
        "n_chars": 86,
        "n_sentences": 3,
        "status": "ok",
        "reason": None,
        "duplicate_of": None,
    }
    assert rows[2]["duplicate_of"] == "000.txt"
    assert rows[3] | {"reason": None} == dict.fromkeys(rows[0]) | {
        "doc_id": "pipe",
        "authors": [],
        "status": "rejected",
    }


def test_rows_found_in_a_document_carry_its_id() -> None:
    tables = build_tables(sample_content())
    assert tables["mentions"].slice(4, 1).to_pylist() == [
        {
            "doc_id": "001.txt",
            "start": 27,
            "end": 35,
            "text": "Ada Vane",
            "label": "PERSON",
            "entity_id": "ent-1",
            "section": "run 1",
            "extractor": "rule",
            "score": 0.9,
        }
    ]
    assert tables["dates"]["edtf"].to_pylist() == ["2021"] * 6


def test_structs_and_qualifiers() -> None:
    tables = build_tables(sample_content())
    assert tables["awards"]["evidence"].to_pylist()[0][1] == {"doc_id": "001.txt", "start": 0, "end": 8}
    assert tables["conflicts"]["candidates"].to_pylist()[0][0]["doc_ids"] == ["000.txt", "001.txt"]
    assert tables["claims"]["as_of"].to_pylist() == ["2022-03"]


def test_the_order_of_records_does_not_matter() -> None:
    content = sample_content(documents=5)
    other = replace(
        content,
        documents=list(reversed(content.documents)),
        extractions=dict(reversed(content.extractions.items())),
        mention_ids=dict(sorted(content.mention_ids.items())),
    )
    assert {n: parquet_bytes(t, {}) for n, t in build_tables(content).items()} == {
        n: parquet_bytes(t, {}) for n, t in build_tables(other).items()
    }


def test_files_keep_the_schema_and_nothing_of_pandas() -> None:
    import pyarrow.parquet as pq

    for schema in TABLES:
        table = build_tables(sample_content())[schema.name]
        read = pq.read_table(pa.BufferReader(parquet_bytes(table, {"table": schema.name})))
        assert read.equals(table)
        assert read.schema.equals(table.schema)
        assert read.schema.metadata == {b"table": schema.name.encode()}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"year": "2021"}, r"awards\.year"),
        ({"award": 7}, r"awards\.award"),
        ({"year": 10**12}, r"awards\.year"),
        ({"category": "lone \ud800 surrogate"}, r"awards\.category"),
    ],
)
def test_a_value_of_the_wrong_type_names_its_column(change, message: str) -> None:
    content = sample_content()
    wrong = replace(content, awards=[replace(content.awards[0], **change)])
    with pytest.raises(TablesInvalid, match=message):
        build_tables(wrong)


def test_entity_ids_must_run_parallel_to_the_mentions() -> None:
    content = sample_content()
    with pytest.raises(TablesInvalid, match=r"001\.txt has 3 mentions, but 1 entity ids"):
        build_tables(replace(content, mention_ids={**content.mention_ids, "001.txt": ("ent-1",)}))
