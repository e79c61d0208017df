"""Which label a recipient gets: what the article's mentions say, else what its category is given to."""

from collections import Counter
from collections.abc import Iterable

from pipeline.extract.awards.cells import is_person_like
from pipeline.extract.awards.wording import holder_label
from pipeline.records import Mention, Name
from pipeline.values.folding import fold
from pipeline.values.names import is_short_form

WHOLE = ("WORK_OF_ART", "ORG", "EVENT")  # names of these may hold commas; people who share a cell are several


class Labels:
    """Labels of the names of one article."""

    def __init__(self, mentions: Iterable[Mention], topic: Name | None) -> None:
        counts: dict[str, Counter[str]] = {}
        for mention in mentions:
            counts.setdefault(fold(mention.words), Counter())[mention.label] += 1
        self._labels = {key: min(c, key=lambda label: (-c[label], label)) for key, c in counts.items()}
        if topic is not None:
            self._labels[fold(topic.text)] = topic.label
        self._topic = topic
        self.whole_names = tuple(sorted({m.words for m in mentions if m.label in WHOLE and _is_joined(m.words)}))

    def of(self, text: str) -> str | None:
        """The label that the article's mentions give a name."""
        return self._labels.get(fold(text))

    def name(self, text: str, category: str, *, is_quoted: bool = False, default: str = "WORK_OF_ART") -> Name:
        """A name with the best label that can be told."""
        if is_quoted:
            return Name(text, "WORK_OF_ART")
        if (
            self._topic is not None
            and self._topic.label == "PERSON"
            and is_short_form(fold(text), fold(self._topic.text))
        ):
            return Name(text, "PERSON")
        known = self.of(text)
        if known in ("PERSON", "CHARACTER", "ORG", "WORK_OF_ART"):
            return Name(text, known)
        held = holder_label(category)
        if held is None or (held == "PERSON" and not is_person_like(text)):
            return Name(text, default)
        return Name(text, held)


def _is_joined(words: str) -> bool:
    return "," in words or " and " in words
