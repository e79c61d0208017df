"""The layouts that can be read. A new one is a module with `recognises` and `read`, and one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.parse import html, markdown, web_text, wiki_dump, wikitext
from pipeline.records import ParsedArticle


@dataclass(frozen=True, slots=True)
class Layout:
    """How to recognise a layout by content, and how to read it. Both look at the decoded text alone."""

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[str], ParsedArticle]


# The first that recognises the text reads it; the last one reads anything.
LAYOUTS = (
    Layout(html.NAME, html.recognises, html.read),
    Layout(wikitext.NAME, wikitext.recognises, wikitext.read),
    Layout(wiki_dump.NAME, wiki_dump.recognises, wiki_dump.read),
    Layout(markdown.NAME, markdown.recognises, markdown.read),
    Layout(web_text.NAME, web_text.recognises, web_text.read),
)


def sniff(text: str) -> Layout:
    """The layout of the text."""
    return next(layout for layout in LAYOUTS if layout.recognises(text))
