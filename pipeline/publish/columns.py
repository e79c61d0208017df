"""What a column and a table are: declared once, used for types, checks, order and the data dictionary."""

from dataclasses import KW_ONLY, dataclass

import pyarrow as pa

text = pa.string()
integer = pa.int32()
number = pa.float64()
day = pa.date32()
boolean = pa.bool_()


def struct(*columns: "Column") -> pa.StructType:
    """A record inside a cell, e.g. the place of a piece of evidence."""
    return pa.struct([column.field() for column in columns])


def list_of(item: pa.DataType) -> pa.ListType:
    """A list without nulls in it; empty rather than null. 'element' is the name that Parquet files keep."""
    return pa.list_(pa.field("element", item, nullable=False))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `meaning` is one sentence without a full stop; `references` is 'table.column'.

    `values` closes the column to a list of words, `bounds` to a closed interval of numbers, `is_edtf` to EDTF.
    A path such as 'evidence.doc_id' in `inner_references` reaches into a list of structs.
    """

    name: str
    type: pa.DataType
    meaning: str
    _: KW_ONLY
    nullable: bool = False
    references: str | None = None
    inner_references: tuple[tuple[str, str], ...] = ()
    values: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None
    is_edtf: bool = False

    def field(self) -> pa.Field:
        return pa.field(self.name, self.type, nullable=self.nullable)

    def paths(self) -> tuple[tuple[str, str], ...]:
        """(path from the table, 'table.column') of every reference this column makes."""
        own = ((self.name, self.references),) if self.references else ()
        return own + tuple((f"{self.name}.{path}", target) for path, target in self.inner_references)


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: rows are sorted by `key`, and no two rows share it."""

    name: str
    row: str  # what one row is
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def arrow(self, metadata: dict[str, str] | None = None) -> pa.Schema:
        return pa.schema([column.field() for column in self.columns], metadata=metadata)

    def column(self, name: str) -> Column:
        """The column of that name; raises KeyError for an unknown one."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")
