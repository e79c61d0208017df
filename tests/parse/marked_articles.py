"""What holds for every article with markup, whatever its text."""

import gc
from collections.abc import Callable
from time import process_time

from pipeline.errors import ArticleRejected
from pipeline.records import ParsedArticle

Read = Callable[[str], ParsedArticle]


def check_places(parsed: ParsedArticle, raw: str) -> None:
    """Passages stand in order and never overlap; cells lie inside the text and show what the raw text holds."""
    end = 0
    for passage in parsed.passages:
        span = passage.span
        assert end <= span.start < span.end <= len(raw), passage
        assert "  " not in passage.text
        assert passage.text == passage.text.strip()
        end = span.end
        for segment in passage.alignment.segments:
            if segment.raw_length is None:
                shown = passage.text[segment.text_start : segment.text_start + segment.length]
                written = raw[segment.raw_start : segment.raw_start + segment.length]
                assert all(a == b or (a == " " and b.isspace()) for a, b in zip(shown, written, strict=True))
        for cell in passage.cells:
            assert span.start <= cell.start < cell.end <= span.end
            at = passage.to_text(cell.start)
            assert passage.text[at : at + len(cell.text)] == cell.text
    for table in parsed.tables:
        assert {len(row) for row in table.rows} | {len(table.header), len(table.roles)} == {len(table.header)}
        for cell in (cell for row in table.rows for cell in row if cell is not None):
            assert 0 <= cell.start <= cell.end <= len(raw)


def read_quietly(read: Read, raw: str) -> ParsedArticle | None:
    try:
        return read(raw)
    except ArticleRejected:
        return None


def grows_with_length(read: Read, make: Callable[[int], str], size: int) -> bool:
    """Whether a text of four times the size takes about four times as long, and not sixteen times."""
    return _best_time(read, make(4 * size)) < 10 * max(_best_time(read, make(size)), 0.005)


def _best_time(read: Read, text: str) -> float:
    """Of two tries, without the collector's pauses, which grow with what other tests left behind."""
    times = []
    for _ in range(2):
        gc.disable()
        begun = process_time()
        read_quietly(read, text)
        times.append(process_time() - begun)
        gc.enable()
    return min(times)
