"""From bytes to the lines of every page, with pypdf, under limits that count work and never look at a clock."""

import logging
from io import BytesIO
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError

from pipeline.errors import ArticleRejected
from pipeline.parse.pdf.lines import LineCollector, PdfLine
from pipeline.parse.pdf.weighing import Scales, TooMuch
from pipeline.parse.rendered import Stated
from pipeline.parse.rendered.blocks import MOST_CHARACTERS

ENCRYPTED = "encrypted: save it without a password and without restrictions"
MOST_PAGES = 2_000
MOST_OPERATORS = 3_000_000  # of all pages
LONGEST_LINE = 4_000  # operators that show text on one line; pypdf takes time by its square
SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
LARGEST_STREAM = 10_000_000  # bytes, once inflated
LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": LARGEST_STREAM,
    "array_based_stream_maximum_output_length": LARGEST_STREAM,
    "lzw_maximum_output_length": LARGEST_STREAM,
    "run_length_maximum_output_length": LARGEST_STREAM,
    "zlib_maximum_output_length": LARGEST_STREAM,
    "brotli_maximum_output_length": LARGEST_STREAM,
    "zlib_maximum_recovery_input_length": 200_000,
    "array_maximum_element_count": 20_000,
    "stream_filters_maximum_length": 4,
    "stream_decoding_work_maximum_length": 3 * LARGEST_STREAM,
    "stream_parsing_work_maximum_count": 300_000,
    "page_tree_maximum_entries": 10_000,
    "page_tree_maximum_page_entries": 200_000,
    "xform_maximum_invocations_per_extraction": 500,
}

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it mends on the way is nobody's news


def read_pages(data: bytes) -> tuple[list[list[PdfLine]], Stated]:
    """The lines of every page, and what the file says about itself. Raises ArticleRejected, whatever is wrong."""
    with apply_configuration(**LIMITS):
        try:
            return _read(data)
        except (ArticleRejected, MemoryError):
            raise
        except TooMuch as error:
            raise ArticleRejected("a PDF that draws far more than an article needs") from error
        except LimitReachedError as error:
            raise ArticleRejected(f"a PDF beyond all limits: {_short(error)}") from error
        except (NotImplementedError, DependencyError) as error:  # kinds of encryption that pypdf does not know
            raise ArticleRejected(ENCRYPTED if "ncrypt" in str(error) else f"broken PDF: {_short(error)}") from error
        except Exception as error:  # pypdf meets broken files with errors of all kinds
            raise ArticleRejected(f"broken PDF: {_short(error)}") from error


def _read(data: bytes) -> tuple[list[list[PdfLine]], Stated]:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise ArticleRejected(ENCRYPTED)
    count = len(reader.pages)
    if not count:
        raise ArticleRejected("broken PDF: it has no pages")
    if count > MOST_PAGES:
        raise ArticleRejected(f"more than {MOST_PAGES:,} pages: no article")
    pages: list[list[PdfLine]] = []
    work = _Work()
    for number in range(count):
        pages.append(work.read(reader.pages[number], number))
    return pages, _stated(reader)


class _Work:
    """Reads page after page and counts what it costs."""

    def __init__(self) -> None:
        self._scales = Scales()
        self._collector = LineCollector(0)
        self._operators = 0
        self._characters = 0
        self._shown = 0

    def read(self, page: Any, number: int) -> list[PdfLine]:
        collector = LineCollector(number)
        self._scales.weigh_page(page)
        self._collector, self._shown = collector, 0
        page.extract_text(visitor_operand_before=self._count, visitor_text=self._add)
        collector.close()
        self._characters += collector.n_characters
        if self._characters > 2 * MOST_CHARACTERS:
            raise ArticleRejected(f"longer than {MOST_CHARACTERS:,} characters: no article")
        return collector.lines

    def _add(self, text: str, cm: Any, tm: Any, font: Any, font_size: Any) -> None:
        self._shown = 0
        self._collector.add(text, cm, tm, font, font_size)

    def _count(self, operator: Any, operands: Any, _cm: Any, _tm: Any) -> None:
        self._operators += 1
        self._shown += operator in SHOWING
        if self._operators > MOST_OPERATORS or self._shown > LONGEST_LINE:
            raise TooMuch
        if operator == b"Do" and operands:
            self._scales.weigh_form(str(operands[0]))


def _stated(reader: PdfReader) -> Stated:
    try:
        found = reader.metadata
        return Stated(_text(found.title), _text(found.author)) if found is not None else Stated()
    except Exception:  # the text does not depend on it
        return Stated()


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) and len(value) < 1_000 else None


def _short(error: BaseException) -> str:
    if isinstance(error, RecursionError):  # Python's own words depend on where it happened
        return "objects far too deep inside one another"
    return " ".join(str(error).split())[:100] or type(error).__name__
