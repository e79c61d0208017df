"""HTML pages: saved from the web or exported. Offsets refer to the markup, passages are clean text."""

from pipeline.parse.html.page import NAME, read
from pipeline.parse.html.recognition import recognises

__all__ = ["NAME", "read", "recognises"]
