"""Lines of cast lists: a character at the head of its line, and lines that are nothing but a character's name."""

import re
from collections.abc import Iterator

from pipeline.extract.mentions.candidates import Candidate
from pipeline.extract.mentions.cues import adjectives, not_names
from pipeline.extract.mentions.shape import TITLE, trim, without_honorific
from pipeline.extract.reading import Reading
from pipeline.records import PassageKind

PLAYED = re.compile(
    rf"(?P<name>{TITLE})(?: ?\([^()]{{1,90}}\))?(?:,? | ?[:–—-] | \()(?:is )?"
    r"(?:voiced|played|portrayed|spoken) (?:and \w+ )?by\b"
)
ALONE = re.compile(rf"(?P<name>{TITLE})(?: ?\([^()]{{1,90}}\))?$")
CHARACTERS = re.compile(r"(?i)\b(?:characters|cast)\b")
LONGEST_NAME = 5  # words


def find_cast_lines(reading: Reading) -> Iterator[Candidate]:
    """Characters at the head of lines: 'Rook Alder (voiced by Ada Quill)'; 'Wren' alone among the characters."""
    passages = reading.parsed.passages
    for number, passage in enumerate(passages):
        if passage.kind not in (PassageKind.PROSE, PassageKind.LIST_ITEM):
            continue
        match = PLAYED.match(passage.text)
        if match is None and passage.section and CHARACTERS.search(passage.section[-1]):
            following = passages[number + 1].text if number + 1 < len(passages) else ""
            match = ALONE.match(passage.text) if following[:1].isalpha() else None
        if match is not None and is_cast_name(match["name"]):
            start, end = trim(passage.text, *match.span("name"), "CHARACTER")
            yield Candidate(number, without_honorific(passage.text, start, end), end, "CHARACTER", "cast")


def is_cast_name(name: str) -> bool:
    """Whether it may name a character: no heading word, no language, not a sentence, not a name on either side."""
    words = name.split()
    if any(sign in words for sign in "-–—"):
        return False
    return len(words) <= LONGEST_NAME and words[0] not in not_names() and name not in adjectives()
