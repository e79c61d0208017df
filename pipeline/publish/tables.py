"""Records become Arrow tables: column by column, typed by the schema, sorted by the key."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

import pyarrow as pa

from pipeline.errors import TablesInvalid
from pipeline.publish.columns import TableSchema
from pipeline.publish.content import Content
from pipeline.publish.schemas import AWARDS, CLAIMS, CONFLICTS, DATES, DOCUMENTS, ENTITIES, FACTS, MENTIONS, TABLES

Getter = Callable[[Any], Any]
Tables = dict[str, pa.Table]


def build_tables(content: Content) -> Tables:
    """All eight tables by name, in the order of the contract. Equal content gives equal tables, whatever its order.

    Raises TablesInvalid where a value does not fit its column's type; everything else is for `find_problems`.
    """
    tables = {
        "documents": _from_records(DOCUMENTS, content.documents, _DOCUMENT_GETTERS),
        "mentions": _mentions(content),
        "entities": _from_records(ENTITIES, content.entities),
        "dates": _dates(content),
        "awards": _from_records(AWARDS, content.awards, {"evidence": _evidence}),
        "claims": _from_records(CLAIMS, content.claims, _QUALIFIER_GETTERS),
        "facts": _from_records(FACTS, content.facts, _QUALIFIER_GETTERS),
        "conflicts": _from_records(CONFLICTS, content.conflicts, {"candidates": _candidates}),
    }
    return {schema.name: tables[schema.name] for schema in TABLES}


_DOCUMENT_GETTERS: Mapping[str, Getter] = {
    name: attrgetter(f"metadata.{name}")
    for name in ("title", "publisher", "authors", "editor", "published_on", "language")
}
_QUALIFIER_GETTERS: Mapping[str, Getter] = {
    name: attrgetter(f"qualifiers.{name}") for name in ("language", "region", "as_of", "character", "theme", "format")
}


def _mentions(content: Content) -> pa.Table:
    found = [(doc_id, extraction.mentions) for doc_id, extraction in content.extractions.items()]
    ids = chain.from_iterable(
        _parallel(doc_id, mentions, content.mention_ids.get(doc_id, ())) for doc_id, mentions in found
    )
    return _from_mentions(MENTIONS, found, {"entity_id": ids})


def _dates(content: Content) -> pa.Table:
    return _from_mentions(DATES, [(doc_id, extraction.dates) for doc_id, extraction in content.extractions.items()])


def _parallel(doc_id: str, mentions: Sequence[Any], ids: Sequence[str]) -> Sequence[str]:
    if len(mentions) != len(ids):
        raise TablesInvalid(f"mentions: {doc_id} has {len(mentions)} mentions, but {len(ids)} entity ids")
    return ids


def _from_mentions(
    schema: TableSchema, found: Sequence[tuple[str, Sequence[Any]]], given: Mapping[str, Iterable[Any]] | None = None
) -> pa.Table:
    """One row per record found in a document, whose `doc_id` the record itself does not know."""
    rows = list(chain.from_iterable(records for _, records in found))
    doc_ids = chain.from_iterable([doc_id] * len(records) for doc_id, records in found)
    return _from_records(schema, rows, {}, {"doc_id": doc_ids, **(given or {})})


def _from_records(
    schema: TableSchema,
    rows: Sequence[Any],
    getters: Mapping[str, Getter] | None = None,
    given: Mapping[str, Iterable[Any]] | None = None,
) -> pa.Table:
    """A column is taken as `given`, or from each row by its getter or by the attribute of its name."""
    getters, given = getters or {}, given or {}
    arrays = []
    for column in schema.columns:
        get = getters.get(column.name) or attrgetter(column.name)
        values = list(given[column.name] if column.name in given else map(get, rows))
        try:
            arrays.append(pa.array(values, column.type))
        except (pa.ArrowException, UnicodeError, OverflowError) as error:
            raise TablesInvalid(f"{schema.name}.{column.name}: {error}") from error
    return _sorted(pa.Table.from_arrays(arrays, schema=schema.arrow()), schema)


def _sorted(table: pa.Table, schema: TableSchema) -> pa.Table:
    return table.sort_by([(name, "ascending") for name in schema.key])


def _evidence(award: Any) -> list[dict[str, Any]]:
    return [{"doc_id": place.doc_id, "start": place.start, "end": place.end} for place in award.evidence]


def _candidates(conflict: Any) -> list[dict[str, Any]]:
    return [
        {"value": c.value, "claim_ids": c.claim_ids, "doc_ids": c.doc_ids, "weight": c.weight}
        for c in conflict.candidates
    ]
