"""PDF documents with a text layer: lines put together to paragraphs. Offsets refer to a rendering."""

from pipeline.parse.pdf.document import NAME, read, recognises

__all__ = ["NAME", "read", "recognises"]
