"""Word documents: paragraphs, headings by style, lists, tables with their true spans. Offsets refer to a rendering."""

from pipeline.parse.docx.document import NAME, read, recognises

__all__ = ["NAME", "read", "recognises"]
