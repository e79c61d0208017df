"""Several seasons at once, verbs said once, and what stands in front of a genre; names are invented."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name, PassageKind
from tests.extract.marked_text import read_marked

TOPIC = Name("Sea of Glass", "WORK_OF_ART")
LEAD = "[Sea of Glass](WORK_OF_ART) is an anime."
DATES = "[2 May 2020](2020-05-02)", "[4 June 2022](2022-06-04)"
RUNS = "[April 2 to June 18, 2020](2020-04-02/2020-06-18)", "[July 3 to September 25, 2022](2022-07-03/2022-09-25)"


def _stated(text: str, predicates: str, lead: str = LEAD) -> list[str]:
    found = find_statements(*read_marked(lead, text), TOPIC)
    kept = [s for s in found if s.predicate in predicates.split()]
    subject = "" if all(s.subject == TOPIC for s in kept) else "{0.subject.text} "
    return [
        f"{subject.format(s)}{s.season or '-'} {s.value}" for s in sorted(kept, key=lambda s: (s.start, s.season or 0))
    ]


@pytest.mark.parametrize(
    ("text", "seasons"),
    [
        ("The first two seasons are streaming on [Crab](ORG).", [1, 2]),
        ("Both seasons are streaming on [Crab](ORG).", [1, 2]),
        ("All three seasons can be streamed on [Crab](ORG).", [1, 2, 3]),
        ("Seasons 1 and 2 are streaming on [Crab](ORG).", [1, 2]),
        ("Seasons one, two and three are streaming on [Crab](ORG).", [1, 2, 3]),
        ("Seasons 1-3 of [Sea of Glass](WORK_OF_ART) are streaming on [Crab](ORG).", [1, 2, 3]),
        ("The anime is streaming on [Crab](ORG).", ["-"]),
        # How many there are is not said.
        ("Its seasons are short.", []),
        ("There were four seasons in that year.", []),
        ("All seasons are not streaming on [Crab](ORG).", []),
    ],
)
def test_several_seasons(text: str, seasons: list[object]) -> None:
    assert _stated(text, "streaming_service") == [f"{season} Crab" for season in seasons]


@pytest.mark.parametrize(
    ("text", "predicates", "expected"),
    [
        (f"Season 1 ran from {RUNS[0]}, and Season 2 from {RUNS[1]}.", "premiere", ["1 2020-04-02", "2 2022-07-03"]),
        (f"Season 1 ran from {RUNS[0]}, and Season 2 from {RUNS[1]}.", "finale", ["1 2020-06-18", "2 2022-09-25"]),
        (
            f"The first season premiered on {DATES[0]} and the second season on {DATES[1]}.",
            "premiere",
            ["1 2020-05-02", "2 2022-06-04"],
        ),
        (
            "The first season was directed by [Ann Oba](PERSON), the second season by [Bo Lind](PERSON).",
            "director",
            ["1 Ann Oba", "2 Bo Lind"],
        ),
        # What follows has a verb of its own, is another kind of thing, or goes on.
        (f"Season 1 premiered on {DATES[0]} and Season 2 ended on {DATES[1]}.", "premiere", ["1 2020-05-02"]),
        (f"Season 1 premiered on {DATES[0]}, and the manga on {DATES[1]} was long.", "premiere", ["1 2020-05-02"]),
        (f"Season 1 premiered on {DATES[0]}, and Season 2 in [Lindau](GPE).", "premiere", ["1 2020-05-02"]),
    ],
)
def test_a_verb_that_is_said_once(text: str, predicates: str, expected: list[str]) -> None:
    assert _stated(text, predicates) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The [Lindau](GPE)-set crime drama ends in May.", ["- Lindau", "- crime drama"]),
        (
            "“[Sea of Glass](WORK_OF_ART),” the [Lindau](ORG)-set newsroom comedy, is over.",
            ["- Lindau", "- newsroom comedy"],
        ),
        ("The thriller is over.", ["- thriller"]),
        ("The film set is in [Lindau](GPE).", []),
        ("The [Lindau](GPE)-based company is small.", []),
        ("It remains a mystery.", []),
        ("She won for a performance in a comedy.", []),
    ],
)
def test_in_front_of_a_genre(text: str, expected: list[str]) -> None:
    assert sorted(_stated(text, "setting genre", lead="[Sea of Glass](WORK_OF_ART) is back.")) == expected


def test_an_apposition_is_of_the_work_in_front() -> None:
    """'Kites, a thriller directed by P' says nothing of what the article is about."""
    text = "She also likes [Kites](WORK_OF_ART), a thriller directed by [Ann Oba](PERSON)."
    assert _stated(text, "director") == ["Kites - Ann Oba"]


def test_a_cast_of_a_dub_speaks_its_language() -> None:
    lead = "[Crab](ORG) tells who will be heard in the English dub of [Sea of Glass](WORK_OF_ART), an anime film."
    reading, findings = read_marked(lead, "[Ann Oba](PERSON) voices [Mia](CHARACTER).")
    found = find_statements(reading, findings, TOPIC)
    assert [(s.value, s.qualifiers.language) for s in found if s.predicate == "voice_actor"] == [("Ann Oba", "en")]


def test_a_list_of_a_staff_is_no_season() -> None:
    reading, findings = read_marked(LEAD, (PassageKind.LIST_ITEM, "Seasons: [2 May 2020](2020-05-02)"))
    assert [s.predicate for s in find_statements(reading, findings, TOPIC)] == []
