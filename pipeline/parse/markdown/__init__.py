"""Markdown (CommonMark with tables and front matter). Offsets refer to the source, passages are clean text."""

from pipeline.parse.markdown.page import NAME, read
from pipeline.parse.markdown.recognition import recognises

__all__ = ["NAME", "read", "recognises"]
