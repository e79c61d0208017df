"""The layouts that can be read. A new one is a module with `recognises` and `read`, and one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.errors import ArticleRejected
from pipeline.parse import docx, html, markdown, pdf, web_text, wiki_dump, wikitext
from pipeline.records import ParsedArticle

Source = TypeVar("Source", str, bytes)


@dataclass(frozen=True, slots=True)
class Layout(Generic[Source]):
    """How to recognise a layout by content, and how to read it. Both look at the source alone: the decoded text, or
    the bytes of a file that is no text.
    """

    name: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], ParsedArticle]


# The first that recognises the text reads it; the last one reads anything.
LAYOUTS = (
    Layout(html.NAME, html.recognises, html.read),
    Layout(wikitext.NAME, wikitext.recognises, wikitext.read),
    Layout(wiki_dump.NAME, wiki_dump.recognises, wiki_dump.read),
    Layout(markdown.NAME, markdown.recognises, markdown.read),
    Layout(web_text.NAME, web_text.recognises, web_text.read),
)


# Files that are no text: their articles bring a rendering that offsets refer to.
DOCUMENTS = (
    Layout(pdf.NAME, pdf.recognises, pdf.read),
    Layout(docx.NAME, docx.recognises, docx.read),
)


def sniff(text: str) -> Layout[str]:
    """The layout of the text."""
    return next(layout for layout in LAYOUTS if layout.recognises(text))


def sniff_document(data: bytes) -> Layout[bytes]:
    """The layout of a file that is no text. Raises ArticleRejected for an unknown one."""
    for layout in DOCUMENTS:
        if layout.recognises(data):
            return layout
    raise ArticleRejected("a document of an unknown type")
