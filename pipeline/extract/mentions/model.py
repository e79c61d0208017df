"""The entities that the spaCy pipeline found, trimmed to the span a reader would mark."""

from collections.abc import Iterator

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.shape import trim
from pipeline.extract.reading import Reading


def find_model_entities(reading: Reading) -> Iterator[Candidate]:
    """The pipeline's entities: 'the first season of [the Lamp Awards]' gives 'Lamp Awards'."""
    for number, doc in enumerate(reading.docs):
        for entity in doc.ents:
            start, end = trim(doc.text, entity.start_char, entity.end_char, entity.label_)
            if start < end and any(c.isalnum() for c in doc.text[start:end]):
                yield Candidate(number, start, end, entity.label_, "model")
