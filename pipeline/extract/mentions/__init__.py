"""Named mentions: the spaCy pipeline's entities and the rules' together."""

from pipeline.extract.mentions.find import find_mentions

__all__ = ["find_mentions"]
