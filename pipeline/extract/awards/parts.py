"""Parts of a ceremony that a sentence opens: 'In the shorts competition, ...', 'Animation was a one-horse race'."""

import re

WITHIN = re.compile(
    r"(?:In|For) the (?P<name>(?!same |new|first |other )[a-z][a-z -]{2,25}?)"
    r"(?P<kind> competition| category| section| contest)(?:,| (?:top|the) )"
)
RACE = re.compile(
    r"(?P<name>[A-Z][a-z]{3,15}(?: [a-z]{3,15})?)(?:, [^,.;]{3,60},)? was an? (?:[a-z]+ly )?"
    r"(?:one-horse|two-horse|tight|close|fought|open|two-way|three-way|contested)(?: [a-z]+)? (?:race|contest|battle)\b"
)
UNNAMED = re.compile(r"(?:It|This|That|There|Last|What)\b")


def open_part(text: str, start: int) -> str | None:
    """The category that a sentence opens; a competition keeps its word, a section of the prizes does not."""
    if (found := WITHIN.match(text, start)) is not None:
        return found["name"] + (found["kind"] if found["kind"] == " competition" else "")
    race = RACE.match(text, start)
    return race["name"] if race is not None and not UNNAMED.match(race["name"]) else None
