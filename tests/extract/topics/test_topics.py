"""What an article is about. Invented titles; the shapes are those of pages, headlines and articles without a title."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.extract.topics import find_topic
from pipeline.extract.topics.choosing import choose, load_weights
from pipeline.extract.topics.signs import Candidate, candidates
from pipeline.records import Metadata, Name, PassageKind
from tests.extract.marked_text import read_marked, work

ANN, SEA, KITES = "[Ann Oba](PERSON)", "[Sea of Glass](WORK_OF_ART)", "[Kites](WORK_OF_ART)"
WINNERS = ("Kites", "Sea of Glass", "Tin Sun", "Salt", "Owls", "Low Tide", "Marrow", "The Ninth Lamp", "Ash")
SIGNED = date(2024, 5, 8)


def _topic(title: str | None, *paragraphs: str, signed: bool = True) -> Name | None:
    """The topic of an article with this marked title, in which nobody signs an encyclopedia page."""
    reading, findings = read_marked(*([(PassageKind.TITLE, title)] if title else []), *paragraphs)
    plain = reading.parsed.passages[0].text if title else None
    metadata = Metadata(title=plain, published_on=SIGNED if signed else None)
    return find_topic(replace(reading.parsed, metadata=metadata), findings)


@pytest.mark.parametrize(
    ("title", "paragraphs", "expected"),
    [
        (SEA, [f"{SEA} is a novel. {KITES} is another, and {KITES} sold better."], work("Sea of Glass")),
        (f"{SEA} (2011 film)", [f"{SEA} is a film."], work("Sea of Glass")),
        (f"{ANN} (actress)", [f"She was in {KITES}."], Name("Ann Oba", "PERSON")),
        ("[Ann](PERSON) (album)", ["[Ann](PERSON) and [Ann](WORK_OF_ART)."], work("Ann")),
        (ANN, [f"{ANN} wrote {KITES}."], Name("Ann Oba", "PERSON")),
        ("Sea of Glass", ["It is a novel."], work("Sea of Glass")),
    ],
)
def test_a_page_is_about_what_its_title_names(title: str, paragraphs: list[str], expected: Name) -> None:
    assert _topic(title, *paragraphs, signed=False) == expected


@pytest.mark.parametrize(
    ("title", "paragraphs", "expected"),
    [
        (f"{ANN}, author of {SEA}, dies aged 81", [f"{ANN} has died. She wrote {SEA}."], Name("Ann Oba", "PERSON")),
        (
            f"Second season of {SEA} announced",
            [f"{SEA} will be back. The makers of {KITES} are in."],
            work("Sea of Glass"),
        ),
        (f"{ANN} returns with {SEA}", [f"{ANN} has a new novel, {SEA}. Her {KITES} sold well."], work("Sea of Glass")),
        (
            "[Golden Quay Awards](AWARD) 2024: all winners",
            [" won. ".join(f"[{name}](WORK_OF_ART)" for name in WINNERS)],
            None,
        ),
        ("The elf walks on, again", [f"{KITES} will be back, says {ANN}.", f"{KITES} began in 2020."], work("Kites")),
        (
            "“I was always late”: an interview with Ann Oba",
            [f"Nobody draws ferries as {ANN} does. {KITES} is her third novel.", f"{KITES} began as a joke."],
            work("Kites"),
        ),
        (None, [f"{SEA} is new. {SEA} has a cast.", f"{SEA} opens in May. {KITES} does not."], work("Sea of Glass")),
        (None, ["It rains in the harbour."], None),
    ],
)
def test_news_are_about_what_headline_and_text_name_most(
    title: str | None, paragraphs: list[str], expected: Name | None
) -> None:
    assert _topic(title, *paragraphs) == expected


def test_signs_tell_where_a_work_is_named() -> None:
    reading, findings = read_marked(
        (PassageKind.TITLE, f"More of {SEA}"),
        f"{KITES} is old.",
        (PassageKind.HEADING, f"{SEA}, again"),
        f"{SEA} is not.",
    )
    parsed = replace(reading.parsed, metadata=Metadata(title="More of Sea of Glass", published_on=SIGNED))
    named, none = candidates(parsed, findings.mentions)
    sea, kites = (next(c.signs for c in named if c.name.text == name) for name in ("Sea of Glass", "Kites"))
    assert (sea["in title"], sea["first in title"], sea["in a heading"], sea["second"]) == (1, 0, 1, 1)
    assert (kites["in title"], kites["first"], kites["in a heading"]) == (0, 1, 0)
    assert none["none, by the works"] > 1


def test_a_word_inside_another_is_not_named() -> None:
    reading, findings = read_marked((PassageKind.TITLE, "Glassware sells well"), "[Glass](WORK_OF_ART) does not.")
    parsed = replace(reading.parsed, metadata=Metadata(title="Glassware sells well", published_on=SIGNED))
    named, _ = candidates(parsed, findings.mentions)
    assert named[0].signs["in title"] == 0


def test_of_candidates_that_equally_much_speaks_for_the_first_is_chosen() -> None:
    named = [Candidate(Name(text, "WORK_OF_ART"), {"often": 3.0}) for text in ("Kites", "Tin Sun")]
    assert choose(named, {}) == Name("Kites", "WORK_OF_ART")
    assert choose([], {"none": 1.0}) is None


def test_every_sign_has_a_weight() -> None:
    reading, findings = read_marked((PassageKind.TITLE, SEA), f"{ANN} wrote {KITES}.")
    parsed = replace(reading.parsed, metadata=Metadata(title="Sea of Glass"))
    named, none = candidates(parsed, findings.mentions)
    assert {sign for signs in (*(c.signs for c in named), none) for sign in signs} == load_weights().keys()


def test_a_song_is_not_what_an_article_is_about() -> None:
    song = 'The band sings the opening theme, "[Salt](WORK_OF_ART)," of the anime of [Tin Sun](WORK_OF_ART).'
    more = '"[Salt](WORK_OF_ART)" is out in May. "[Salt](WORK_OF_ART)" is long.'
    assert _topic("The band has songs for [Tin Sun](WORK_OF_ART)", song, more) == work("Tin Sun")


def test_a_site_is_not_what_its_page_is_about() -> None:
    reading, findings = read_marked("[Tin Sun Wiki](WORK_OF_ART) has more of [Tin Sun](WORK_OF_ART).")
    named, _ = candidates(reading.parsed, findings.mentions)
    assert [c.name.text for c in named] == ["Tin Sun"]
