"""Every column is declared once, and every reference leads to a key."""

import pyarrow as pa
import pytest

from pipeline.publish.columns import Column, TableSchema
from pipeline.publish.schemas import DOCUMENTS, TABLES
from pipeline.publish.words import LABEL_MEANINGS
from pipeline.records import LABELS

# the contract's columns, in its order; columns that were added since are in ADDED
CONTRACT = {
    "documents": "doc_id title layout publisher authors published_on language sha256 n_chars n_sentences status reason",
    "mentions": "doc_id start end text label entity_id section extractor score",
    "entities": "entity_id name label aliases n_mentions n_documents",
    "dates": "doc_id start end text edtf earliest latest precision is_relative duration section",
    "awards": "award_id award edition year category recipient recipient_id recipient_label work work_id result rank"
    " status confidence evidence",
    "claims": "claim_id doc_id start end subject subject_id medium season predicate value value_id value_number"
    " value_earliest value_latest language region as_of character theme format asserted_on extractor score",
    "facts": "fact_id subject subject_id medium season predicate value value_id value_number value_earliest"
    " value_latest language region as_of character theme format asserted_on status confidence n_sources claim_ids",
    "conflicts": "conflict_id subject subject_id medium season predicate kind candidates chosen rule explanation",
}
ADDED = {"documents": {"editor", "encoding", "rendering", "duplicate_of"}}


@pytest.mark.parametrize("schema", TABLES, ids=lambda schema: schema.name)
def test_the_columns_are_those_of_the_contract(schema: TableSchema) -> None:
    added = ADDED.get(schema.name, set())
    assert [c.name for c in schema.columns if c.name not in added] == CONTRACT[schema.name].split()
    assert added <= {c.name for c in schema.columns}


def test_the_tables_are_those_of_the_contract() -> None:
    assert [schema.name for schema in TABLES] == list(CONTRACT)


@pytest.mark.parametrize("schema", TABLES, ids=lambda schema: schema.name)
def test_keys_are_columns_without_nulls(schema: TableSchema) -> None:
    assert schema.key
    assert not any(schema.column(name).nullable for name in schema.key)


ALL_COLUMNS = [(schema, column) for schema in TABLES for column in schema.columns]
COLUMNS = [pytest.param(column, id=f"{schema.name}.{column.name}") for schema, column in ALL_COLUMNS]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_meaning_is_one_sentence(column: Column) -> None:
    assert column.meaning[0].isupper() or column.meaning[0] == "`"
    assert not column.meaning.endswith(".")
    assert "\n" not in column.meaning


@pytest.mark.parametrize("column", COLUMNS)
def test_references_lead_to_the_key_of_a_table(column: Column) -> None:
    keys = {f"{each.name}.{each.key[0]}" for each in TABLES if len(each.key) == 1}
    assert {target for _, target in column.paths()} <= keys


def test_every_id_of_another_table_is_declared_as_a_reference() -> None:
    own = {schema.key[0] for schema in TABLES if len(schema.key) == 1}
    for schema, column in ALL_COLUMNS:
        if column.name.endswith(("_id", "_ids")) and column.name not in (set(schema.key) & own):
            assert column.references or column.inner_references, f"{schema.name}.{column.name}"


def test_labels_have_meanings() -> None:
    assert tuple(LABEL_MEANINGS) == LABELS


def test_an_unknown_column_is_an_error() -> None:
    with pytest.raises(KeyError, match="documents has no column colour"):
        DOCUMENTS.column("colour")


def test_no_type_is_large_or_encoded() -> None:
    """Types that every Parquet reader knows."""
    for _, column in ALL_COLUMNS:
        assert not pa.types.is_dictionary(column.type)
        assert not pa.types.is_large_string(column.type)
