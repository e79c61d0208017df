"""The words in the articles that published rows rest on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.publish.snapshot import Snapshot
from pipeline.publish.spans import RawTexts
from pipeline.values.quotes import Quote, quote_around


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article says something. `quote` is None where the article has changed or gone since the run."""

    doc_id: str
    title: str | None
    start: int
    quote: Quote | None


class Witnesses:
    """The words in the articles behind claims and spans."""

    def __init__(self, snapshot: Snapshot, raw: Path, facts: Iterable[dict[str, Any]]) -> None:
        documents = snapshot.table("documents")
        claims = snapshot.table("claims", ("claim_id", "doc_id", "start", "end"))
        wanted = sorted({claim_id for row in facts for claim_id in row["claim_ids"]})
        rows = matching_rows(claims, pc.is_in(claims["claim_id"], value_set=pa.array(wanted, pa.string())))
        self._claims = {row["claim_id"]: row for row in rows}
        self._titles = dict(zip(documents["doc_id"].to_pylist(), documents["title"].to_pylist(), strict=True))
        self._layouts = dict(zip(documents["doc_id"].to_pylist(), documents["layout"].to_pylist(), strict=True))
        self._read = RawTexts(raw, documents)
        self._texts: dict[str, str | None] = {}

    def of_claims(self, claim_ids: Sequence[str]) -> tuple[Evidence, ...]:
        return self.of_spans([self._claims[claim_id] for claim_id in claim_ids])

    def of_spans(self, spans: Sequence[dict[str, Any]]) -> tuple[Evidence, ...]:
        """One piece of evidence per span, in the order of the articles; a span that two claims share counts once."""
        places = sorted({(span["doc_id"], span["start"], span["end"]) for span in spans})
        return tuple(self._evidence(*place) for place in places)

    def _evidence(self, doc_id: str, start: int, end: int) -> Evidence:
        if doc_id not in self._texts:
            self._texts[doc_id] = self._read(doc_id)
        text = self._texts[doc_id]
        is_html = self._layouts.get(doc_id) == "html"
        quote = quote_around(text, start, end, is_html=is_html) if text is not None else None
        return Evidence(doc_id, self._titles.get(doc_id), start, quote)


def matching_rows(table: pa.Table, wanted: pa.ChunkedArray) -> list[dict[str, Any]]:
    return table.filter(pc.fill_null(wanted, False)).to_pylist()  # type: ignore[no-any-return]
