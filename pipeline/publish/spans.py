"""Whether every span lies in its article and carries the words it says: `raw_text[start:end] == text`."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.publish.problems import Problem, examples

TextProvider = Callable[[str], str | None]
"""doc_id -> the text that offsets refer to; None: the file is no longer what it was."""

_WITH_TEXT = ("mentions", "dates")
_WITH_SPAN = ("mentions", "dates", "claims")


class RawTexts:
    """The texts of published documents, read again from `raw/` by their `encoding`, or their rendering; a TextProvider.

    None for a file that is gone or whose bytes are no longer those that were read.
    """

    def __init__(self, raw: Path, documents: pa.Table) -> None:
        rows = documents.select(["doc_id", "sha256", "encoding"]).to_pylist()
        self._raw = raw
        self._known = {row["doc_id"]: (number, row["sha256"], row["encoding"]) for number, row in enumerate(rows)}
        self._renderings = documents["rendering"] if "rendering" in documents.column_names else None  # since 1.1

    def __call__(self, doc_id: str) -> str | None:
        number, sha256, encoding = self._known.get(doc_id, (0, None, None))
        path = self._raw / doc_id
        try:
            content = path.read_bytes() if path.is_file() else b""
            if hashlib.sha256(content).hexdigest() != sha256:
                return None
            return content.decode(encoding) if encoding else self._rendering(number)
        except (OSError, UnicodeError, LookupError):
            return None

    def _rendering(self, number: int) -> str | None:
        return None if self._renderings is None else self._renderings[number].as_py()


def find_span_problems(tables: Mapping[str, pa.Table], read_text: TextProvider | None) -> Iterator[Problem]:
    """Spans outside their article, then spans whose words are not those of the article."""
    misplaced = [problem for name in _WITH_SPAN for problem in _misplaced(name, tables[name], tables["documents"])]
    evidence = pa.Table.from_struct_array(pc.list_flatten(tables["awards"]["evidence"].combine_chunks()))
    misplaced += _misplaced("awards", evidence, tables["documents"])
    yield from misplaced
    if not misplaced and read_text is not None:
        yield from _misquoted(tables, read_text)


def _misplaced(name: str, spans: pa.Table, documents: pa.Table) -> Iterator[Problem]:
    place = pc.index_in(spans["doc_id"], value_set=documents["doc_id"].combine_chunks())
    n_chars = pc.take(documents["n_chars"], place)
    inside = pc.and_(
        pc.and_(pc.greater_equal(spans["start"], 0), pc.less(spans["start"], spans["end"])),
        pc.less_equal(spans["end"], n_chars),
    )
    wrong = spans.filter(pc.invert(pc.fill_null(inside, False)))
    if wrong.num_rows:
        yield Problem(name, f"{wrong.num_rows} spans lie outside the text of their article, e.g. {_first(wrong)}")


def _first(spans: pa.Table) -> str:
    row = spans.slice(0, 1).to_pylist()[0]
    return f"{row['doc_id']} [{row['start']}, {row['end']})"


def _misquoted(tables: Mapping[str, pa.Table], read_text: TextProvider) -> Iterator[Problem]:
    """One article in memory at a time, whatever the number of tables that quote it."""
    quotes = {name: _Quotes(tables[name]) for name in _WITH_TEXT}
    stale = []
    for doc_id in tables["documents"]["doc_id"].to_pylist():
        quoted = {name: each.of(doc_id) for name, each in quotes.items() if doc_id in each}
        if not quoted:
            continue
        text = read_text(doc_id)
        if text is None:
            stale.append(doc_id)
            continue
        for name, rows in quoted.items():
            wrong = [(start, end, words) for start, end, words in rows if text[start:end] != words]
            if wrong:
                yield Problem(name, f"{len(wrong)} spans of {doc_id} do not carry their text: {examples(wrong)}")
    if stale:
        yield Problem("documents", f"changed or gone since the last run: {examples(stale)}", is_stale=True)


class _Quotes:
    """The spans and words of a table by document. Rows are sorted by doc_id, so each document is one slice."""

    def __init__(self, table: pa.Table) -> None:
        counts = pc.value_counts(table["doc_id"].combine_chunks()) if table.num_rows else []
        self._slices: dict[str, slice] = {}
        begin = 0
        for each in counts:
            length = each["counts"].as_py()
            self._slices[each["values"].as_py()] = slice(begin, begin + length)
            begin += length
        self._starts = table["start"].to_numpy()
        self._ends = table["end"].to_numpy()
        self._words = table["text"].to_pylist()

    def __contains__(self, doc_id: str) -> bool:
        return doc_id in self._slices

    def of(self, doc_id: str) -> Iterator[tuple[int, int, str]]:
        rows = self._slices[doc_id]
        return zip(self._starts[rows].tolist(), self._ends[rows].tolist(), self._words[rows], strict=True)
