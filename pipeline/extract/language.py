"""The spaCy pipeline that reads passages."""

import spacy
from spacy.language import Language


def load_language(model: str | None = None) -> Language:
    """The shipped pipeline, or any installed one by name or path."""
    nlp = spacy.load(model) if model else spacy.blank("en")
    if not any(nlp.has_pipe(p) for p in ("parser", "senter", "sentencizer")):
        nlp.add_pipe("sentencizer")
    return nlp
