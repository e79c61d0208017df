"""The data dictionary, made from the schemas: `python -m pipeline.publish.dictionary > processed/README.md`."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from string import Template

import pyarrow as pa

from pipeline.publish.columns import Column, TableSchema
from pipeline.publish.schemas import SCHEMA_VERSION, TABLES
from pipeline.publish.snapshot import KEPT
from pipeline.publish.words import (
    CONFLICT_KIND_MEANINGS,
    LABEL_MEANINGS,
    MEDIA_MEANINGS,
    RESULT_MEANINGS,
    STATUS_MEANINGS,
)
from pipeline.vocabulary import load_vocabulary

_TEMPLATE = "dictionary.md"


def render() -> str:
    """The whole document: prose from `dictionary.md`, tables from the schemas and the vocabulary."""
    template = Template((files(__package__) / _TEMPLATE).read_text(encoding="utf-8"))
    return template.substitute(
        schema_version=SCHEMA_VERSION,
        kept=KEPT,
        overview=_grid(("table", "one row per", "key"), map(_overview, TABLES)),
        tables="\n\n".join(map(_table, TABLES)),
        labels=_words("label", LABEL_MEANINGS),
        statuses=_words("status", STATUS_MEANINGS),
        results=_words("result", RESULT_MEANINGS),
        kinds=_words("kind", CONFLICT_KIND_MEANINGS),
        media=_words("medium", MEDIA_MEANINGS),
        predicates=_predicates(),
    )


def _overview(schema: TableSchema) -> tuple[str, ...]:
    return f"[`{schema.name}`](#{schema.name})", schema.row, _code(schema.key)


def _table(schema: TableSchema) -> str:
    columns = _grid(("column", "type", "null", "meaning"), map(_column, schema.columns))
    return f"### {schema.name}\n\nOne row per {schema.row}, sorted by {_code(schema.key)}.\n\n{columns}"


def _column(column: Column) -> tuple[str, ...]:
    return f"`{column.name}`", type_name(column.type), "yes" if column.nullable else "", _meaning(column)


def _meaning(column: Column) -> str:
    """The sentence, the words a column is closed to, and where it refers to."""
    listed = "see " not in column.meaning
    words = f" ({', '.join(f'`{word}`' for word in column.values)})" if column.values and listed else ""
    targets = "".join(f" → `{target}`" for _, target in column.paths())
    return f"{column.meaning}{words}{targets}".replace("|", "\\|")


def type_name(kind: pa.DataType) -> str:
    """As a reader would say it: 'list of string', not 'list<element: string not null>'."""
    if pa.types.is_list(kind):
        return f"list of {type_name(kind.value_type)}"
    return {"date32[day]": "date32", "double": "float64"}.get(
        str(kind), "struct" if pa.types.is_struct(kind) else str(kind)
    )


def _words(name: str, meanings: dict[str, str]) -> str:
    return _grid((name, "meaning"), ((f"`{word}`", meaning) for word, meaning in meanings.items()))


def _predicates() -> str:
    rows = (
        (
            f"`{name}`",
            entry.get("wikidata", ""),
            ", ".join(entry["subjects"]),
            ", ".join(entry["values"]),
            entry["cardinality"],
        )
        for name, entry in load_vocabulary("predicates").items()
    )
    return _grid(("predicate", "Wikidata", "said of a", "value", "how many"), rows)


def _code(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    print(render(), end="")
