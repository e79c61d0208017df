"""The source of wiki pages (MediaWiki). Offsets refer to the source, passages are what a reader sees of it."""

from pipeline.parse.wikitext.page import NAME, read
from pipeline.parse.wikitext.recognition import recognises

__all__ = ["NAME", "read", "recognises"]
