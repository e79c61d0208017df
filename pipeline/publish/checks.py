"""Whether tables keep the promises of their schemas: types, nulls, keys, words, bounds, dates, references, spans."""

from collections.abc import Callable, Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.publish.columns import Column, TableSchema
from pipeline.publish.problems import Problem, examples, raise_broken
from pipeline.publish.schemas import TABLES
from pipeline.publish.spans import TextProvider, find_span_problems
from pipeline.values.edtf import is_valid

_ORDERED = (("earliest", "latest"), ("value_earliest", "value_latest"))


def require_valid(tables: Mapping[str, pa.Table], read_text: TextProvider | None = None) -> None:
    """Raises TablesInvalid with the first few problems in one line. Articles that changed meanwhile are no problem."""
    raise_broken(find_problems(tables, read_text))


def find_problems(tables: Mapping[str, pa.Table], read_text: TextProvider | None = None) -> list[Problem]:
    """Everything that is wrong with the tables, table by table in the order of the contract.

    What is wrong first may hide what else is: values are not looked at in wrong columns, nor texts in wrong values.
    `read_text` gives the text of a document, None where the file has
    changed or gone; without it, spans are held against the length of the text only.
    """
    problems = [problem for schema in TABLES for problem in _shape_problems(schema, tables)]
    if problems:
        return problems
    for schema in TABLES:
        problems += _table_problems(schema, tables[schema.name])
        problems += _reference_problems(schema, tables)
    return problems + list(find_span_problems(tables, None if problems else read_text))


def _shape_problems(schema: TableSchema, tables: Mapping[str, pa.Table]) -> Iterator[Problem]:
    if schema.name not in tables:
        yield Problem(schema.name, "the table is missing")
    elif not tables[schema.name].schema.equals(schema.arrow(), check_metadata=False):
        yield Problem(schema.name, _difference(schema.arrow(), tables[schema.name].schema))


def _difference(expected: pa.Schema, found: pa.Schema) -> str:
    if expected.names != found.names:
        missing = [name for name in expected.names if name not in found.names]
        unknown = [name for name in found.names if name not in expected.names]
        return f"the columns differ: missing {missing}, unknown {unknown}, or in another order"
    wrong = [
        f"{new.name} is {new.type}, not {old.type}" for old, new in zip(expected, found, strict=True) if old != new
    ]
    return f"the types differ: {'; '.join(wrong)}"


def _table_problems(schema: TableSchema, table: pa.Table) -> Iterator[Problem]:
    for column in schema.columns:
        for check in _COLUMN_CHECKS:
            message = check(column, leaves(table, column.name))
            if message:
                yield Problem(schema.name, f"{column.name} {message}")
        if not column.nullable and table[column.name].null_count:
            yield Problem(schema.name, f"{column.name} is null in {table[column.name].null_count} rows")
    yield from _key_problems(schema, table)
    yield from _order_problems(schema, table)
    if schema.name == "documents":
        yield from _document_problems(table)


def leaves(table: pa.Table, path: str) -> pa.Array:
    """All values of a column, lists opened; 'evidence.doc_id' reaches into a list of structs."""
    first, *names = path.split(".")
    values = _opened(table[first].combine_chunks())
    for name in names:
        values = _opened(pc.struct_field(values, name))
    return values


def _opened(values: pa.Array) -> pa.Array:
    while pa.types.is_list(values.type):
        values = pc.list_flatten(values)
    return values


def _null_item(column: Column, values: pa.Array) -> str | None:
    if pa.types.is_list(column.type) and values.null_count:
        return f"has {values.null_count} nulls in its lists"
    return None


def _unknown_word(column: Column, values: pa.Array) -> str | None:
    if not column.values:
        return None
    unknown = [word for word in pc.unique(values).to_pylist() if word is not None and word not in column.values]
    return f"has words of no meaning here: {examples(unknown)}" if unknown else None


def _out_of_bounds(column: Column, values: pa.Array) -> str | None:
    if not column.bounds:
        return None
    low, high = column.bounds
    inside = pc.and_(pc.greater_equal(values, low), pc.less_equal(values, high))
    outside = values.filter(pc.invert(inside))
    return f"lies outside {low}..{high}: {examples(outside.to_pylist())}" if len(outside) else None


def _no_edtf(column: Column, values: pa.Array) -> str | None:
    if not column.is_edtf:
        return None
    wrong = [value for value in pc.unique(values).to_pylist() if value is not None and not is_valid(value)]
    return f"is no EDTF: {examples(wrong)}" if wrong else None


_COLUMN_CHECKS: tuple[Callable[[Column, pa.Array], str | None], ...] = (
    _null_item,
    _unknown_word,
    _out_of_bounds,
    _no_edtf,
)


def _key_problems(schema: TableSchema, table: pa.Table) -> Iterator[Problem]:
    """Unique and in order: then equal rows would be neighbours."""
    keys = table.select(schema.key).combine_chunks()
    order = pc.sort_indices(keys, sort_keys=[(name, "ascending") for name in schema.key])
    if not order.equals(pa.array(range(len(order)), order.type)):
        yield Problem(schema.name, f"the rows are not sorted by {', '.join(schema.key)}")
        keys = keys.take(order)
    same = None
    for column in keys.columns:
        equal = pc.equal(column.slice(1), column.slice(0, max(len(column) - 1, 0)))
        same = equal if same is None else pc.and_(same, equal)
    repeated = keys.slice(1).filter(same)
    if repeated.num_rows:
        rows = [tuple(row.values()) for row in repeated.slice(0, 4).to_pylist()]
        yield Problem(schema.name, f"{repeated.num_rows} rows repeat a key, e.g. {examples(rows[:3])}")


def _order_problems(schema: TableSchema, table: pa.Table) -> Iterator[Problem]:
    for first, last in _ORDERED:
        if first in table.column_names:
            wrong = table.filter(pc.greater(table[first], table[last]))
            if wrong.num_rows:
                rows = wrong.select(schema.key).slice(0, 3).to_pylist()
                where = examples([tuple(row.values()) for row in rows])
                yield Problem(schema.name, f"{first} lies after {last} in {wrong.num_rows} rows, e.g. {where}")


def _document_problems(table: pa.Table) -> Iterator[Problem]:
    was_read = pc.equal(table["status"], "ok")
    for names, status, rows in (
        (("sha256", "layout", "n_chars", "n_sentences"), "ok", table.filter(was_read)),
        (("reason",), "rejected", table.filter(pc.invert(was_read))),
    ):
        for name in names:
            incomplete = rows.filter(pc.is_null(rows[name]))["doc_id"].to_pylist()
            if incomplete:
                yield Problem("documents", f"status is {status} without {name}: {examples(incomplete)}")
    rows = table.filter(was_read)
    unclear = rows.filter(pc.equal(pc.is_null(rows["encoding"]), pc.is_null(rows["rendering"])))["doc_id"].to_pylist()
    if unclear:
        yield Problem("documents", f"either encoding or rendering says what the text is: {examples(unclear)}")


def _reference_problems(schema: TableSchema, tables: Mapping[str, pa.Table]) -> Iterator[Problem]:
    for path, target in (each for column in schema.columns for each in column.paths()):
        values = pc.drop_null(leaves(tables[schema.name], path))
        table, _, name = target.partition(".")
        known = pc.is_in(values, value_set=tables[table][name].combine_chunks())
        lost = pc.unique(values.filter(pc.invert(known))).to_pylist()
        if lost:
            yield Problem(schema.name, f"{path} is not in {target}: {examples(lost)}")
