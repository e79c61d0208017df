"""An article taken apart: layout, metadata, passages that know their place, tables made whole."""

from pipeline.parse.article import parse_article

__all__ = ["parse_article"]
