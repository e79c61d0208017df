"""News of several works: 'the drama' of a paragraph is the work that the paragraph is about; names are invented."""

import pytest

from pipeline.extract.statements import find_statements
from pipeline.records import Name, PassageKind
from tests.extract.marked_text import read_marked

TOPIC = Name("Kites", "WORK_OF_ART")
HEADLINE = (PassageKind.TITLE, "[Crab](ORG) renews ‘[Kites](WORK_OF_ART)’ and axes ‘[Low Tide](WORK_OF_ART)’")
KITES = "[Crab](ORG) has renewed the drama [Kites](WORK_OF_ART). It is directed by [Ann Oba](PERSON)."


def _stated(*texts: str | tuple[PassageKind, str]) -> list[str]:
    reading, findings = read_marked(*texts)
    found = find_statements(reading, findings, TOPIC)
    kept = ("director", "premiere", "author", "composer")
    return [
        f"{s.subject.text} {s.medium or '-'}{s.season or ''} {s.predicate} {s.value}"
        for s in found
        if s.predicate in kept
    ]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Less luck for [Low Tide](WORK_OF_ART). The crime drama was directed by [Bo Lind](PERSON).",
            ["Low Tide live_action director Bo Lind"],
        ),
        (
            "The network is not going on with [Low Tide](WORK_OF_ART). It was directed by [Bo Lind](PERSON).",
            ["Low Tide - director Bo Lind"],
        ),
        (
            "“[Low Tide](WORK_OF_ART)” ends with its third season. The drama premiered on [2 May 2020](2020-05-02).",
            ["Low Tide live_action premiere 2020-05-02"],
        ),
        (
            "[Kites](WORK_OF_ART) star [Cy Ek](PERSON) leads [Low Tide](WORK_OF_ART), a drama directed by"
            " [Bo Lind](PERSON).",
            ["Low Tide live_action director Bo Lind"],
        ),
        # What a company says of itself is said of no work.
        ("[Crab](ORG) is led by [Bo Lind](PERSON). It premiered on [2 May 2020](2020-05-02).", []),
        ("The streamer was launched on [2 May 2020](2020-05-02).", []),
    ],
)
def test_each_paragraph_has_its_work(paragraph: str, expected: list[str]) -> None:
    said = _stated(HEADLINE, KITES, "[Low Tide](WORK_OF_ART) is over.", paragraph)
    assert said == ["Kites live_action director Ann Oba", *expected]


def test_a_paragraph_without_a_work_goes_on() -> None:
    said = _stated(
        HEADLINE, KITES, "[Low Tide](WORK_OF_ART), a drama, is over.", "The drama was directed by [Bo Lind](PERSON)."
    )
    assert said[1:] == ["Low Tide live_action director Bo Lind"]


def test_news_of_one_work_stay_with_it() -> None:
    """A work named to say who somebody is, or to compare, begins nothing."""
    headline = (PassageKind.TITLE, "[Low Tide](WORK_OF_ART) star [Cy Ek](PERSON) joins the drama [Kites](WORK_OF_ART)")
    other = "[Low Tide](WORK_OF_ART) star [Cy Ek](PERSON) plays a cook. The drama is directed by [Ann Oba](PERSON)."
    assert _stated(headline, "The drama [Kites](WORK_OF_ART) is long.", other) == ["Kites live_action director Ann Oba"]


def test_paragraphs_that_open_with_a_work_each() -> None:
    headline = (PassageKind.TITLE, "Three dramas for autumn")
    texts = [
        f"[{name}](WORK_OF_ART) is a drama. It is directed by [{who}](PERSON)."
        for name, who in (("Kites", "Ann Oba"), ("Low Tide", "Bo Lind"), ("Tin Sun", "Cy Ek"))
    ]
    assert _stated(headline, *texts) == [
        "Kites live_action director Ann Oba",
        "Low Tide live_action director Bo Lind",
        "Tin Sun live_action director Cy Ek",
    ]
