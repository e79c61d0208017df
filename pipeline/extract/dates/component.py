"""The date finder as a spaCy component: `nlp.add_pipe("articlefacts_dates")` fills `doc.spans["dates"]`."""

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extract.dates.finder import find_temporal_expressions

SPANS_KEY = "dates"


class DateFinder:
    """Marks temporal expressions as spans labelled DATE, with their value in `span._.edtf` and `span._.duration`.

    A doc whose `doc._.published_on` is set is read as news of that day. A span grows to whole tokens.
    """

    def __init__(self, spans_key: str = SPANS_KEY) -> None:
        self.spans_key = spans_key
        for owner, name in ((Doc, "published_on"), (Span, "edtf"), (Span, "duration")):
            if not owner.has_extension(name):
                owner.set_extension(name, default=None)

    def __call__(self, doc: Doc) -> Doc:
        published_on: date | None = doc._.published_on
        spans: list[Span] = []
        for found in find_temporal_expressions(doc.text, published_on):
            span = doc.char_span(found.start, found.end, label="DATE", alignment_mode="expand")
            assert span is not None  # 'expand' finds one for any stretch of the text
            span._.edtf, span._.duration = found.edtf, found.duration
            spans.append(span)
        doc.spans[self.spans_key] = spans
        return doc


@Language.factory("articlefacts_dates", default_config={"spans_key": SPANS_KEY})
def create_date_finder(nlp: Language, name: str, spans_key: str) -> DateFinder:  # noqa: ARG001 - spaCy names them
    """The component, ready for a pipeline."""
    return DateFinder(spans_key)
