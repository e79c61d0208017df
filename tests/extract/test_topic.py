"""What an article is about. Invented titles; the shapes are those of pages, headlines and articles without a title."""

import re
from datetime import date

import pytest

from pipeline.extract.reading import Findings
from pipeline.extract.topic import find_topic
from pipeline.records import Mention, Metadata, Name


def _findings(*named: str) -> Findings:
    """'Ann Oba/PERSON' or 'Glass/WORK_OF_ART=Sea of Glass' (canonical)."""
    mentions = []
    for place, item in enumerate(named):
        text, _, label = item.partition("/")
        label, _, canonical = label.partition("=")
        mentions.append(
            Mention(place * 100, place * 100 + len(text), text, label, None, "test", 1.0, canonical or None)
        )
    return Findings(mentions=tuple(mentions))


PAGE = Metadata(title="Sea of Glass")
NEWS = {"published_on": date(2024, 5, 8)}


@pytest.mark.parametrize(
    ("metadata", "named", "expected"),
    [
        # pages
        (PAGE, ["Sea of Glass/WORK_OF_ART", "Kites/WORK_OF_ART", "Kites/WORK_OF_ART"], ("Sea of Glass", "WORK_OF_ART")),
        (Metadata(title="Sea of Glass (2011 film)"), ["Sea of Glass/WORK_OF_ART"], ("Sea of Glass", "WORK_OF_ART")),
        (Metadata(title="Ann Oba (actress)"), ["Ann Oba/PERSON", "Kites/WORK_OF_ART"], ("Ann Oba", "PERSON")),
        (Metadata(title="Ann (album)"), ["Ann/PERSON", "Ann/PERSON", "Ann/WORK_OF_ART"], ("Ann", "WORK_OF_ART")),
        (Metadata(title="Ann Oba"), ["Ann Oba/PERSON", "Ann Oba/PERSON", "Kites/WORK_OF_ART"], ("Ann Oba", "PERSON")),
        (Metadata(title="Sea of Glass"), [], ("Sea of Glass", "WORK_OF_ART")),
        (Metadata(title="Ann Oba (singer)"), [], ("Ann Oba", "PERSON")),
        # headlines about a person
        (
            Metadata(title="Ann Oba, author of Sea of Glass, dies aged 81", **NEWS),
            ["Ann Oba/PERSON", "Sea of Glass/WORK_OF_ART"],
            ("Ann Oba", "PERSON"),
        ),
        (
            Metadata(title="Mia Oba dies in the final season of Sea of Glass", **NEWS),
            ["Mia Oba/CHARACTER", "Sea of Glass/WORK_OF_ART"],
            ("Sea of Glass", "WORK_OF_ART"),
        ),
        # headlines that name a sequel, or a part of a series
        (
            Metadata(title="Sea of Glass 2 is real", **NEWS),
            ["Sea of Glass 2/WORK_OF_ART", "Sea of Glass/WORK_OF_ART", "Sea of Glass: Tides/WORK_OF_ART"],
            ("Sea of Glass 2", "WORK_OF_ART"),
        ),
        # headlines
        (
            Metadata(title="Second season of Sea of Glass announced", **NEWS),
            ["Kites/WORK_OF_ART", "Kites/WORK_OF_ART", "Sea of Glass/WORK_OF_ART"],
            ("Sea of Glass", "WORK_OF_ART"),
        ),
        (
            Metadata(title="Glass is back", **NEWS),
            ["Glass/WORK_OF_ART=Sea of Glass", "Kites/WORK_OF_ART"],
            ("Sea of Glass", "WORK_OF_ART"),
        ),
        (
            Metadata(title="More of Glasswork in autumn", **NEWS),
            ["Glasswork: The Sea/WORK_OF_ART", "Kites/WORK_OF_ART", "Kites/WORK_OF_ART"],
            ("Glasswork: The Sea", "WORK_OF_ART"),
        ),
        (
            Metadata(title="Ann Oba returns with Sea of Glass", **NEWS),
            ["Ann Oba/PERSON", "Sea of Glass/WORK_OF_ART"],
            ("Sea of Glass", "WORK_OF_ART"),
        ),
        (Metadata(title="Ann Oba retires", **NEWS), ["Ann Oba/PERSON"], ("Ann Oba", "PERSON")),
        (
            Metadata(title="Golden Quay Awards: all winners", **NEWS),
            ["Golden Quay Awards/AWARD", "Kites/WORK_OF_ART"],
            None,
        ),
        (Metadata(title="The elf walks on, again", **NEWS), ["Kites/WORK_OF_ART"] * 2, ("Kites", "WORK_OF_ART")),
        (Metadata(title="The elf walks on, again", **NEWS), ["Kites/WORK_OF_ART"], None),
        # no title
        (Metadata(), ["Sea of Glass/WORK_OF_ART"] * 4 + ["Kites/WORK_OF_ART"], ("Sea of Glass", "WORK_OF_ART")),
        (Metadata(), ["Sea of Glass/WORK_OF_ART"] * 4 + ["Kites/WORK_OF_ART"] * 3, None),
        (Metadata(), ["Sea of Glass/WORK_OF_ART", "Kites/WORK_OF_ART"], None),
        (Metadata(), ["Ann Oba/PERSON"] * 5, None),
        (Metadata(), [], None),
    ],
)
def test_find_topic(metadata: Metadata, named: list[str], expected: tuple[str, str] | None) -> None:
    assert find_topic(metadata, _findings(*named)) == (Name(*expected) if expected else None)


def test_a_word_inside_another_is_not_named() -> None:
    metadata = Metadata(title="Glassware sells well", **NEWS)
    assert find_topic(metadata, _findings("Glass/WORK_OF_ART", "Kites/WORK_OF_ART")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The staff of the [Sea of Glass] anime is new. Ann Oba ([Kites], [Tin Sun]) directs.", "Sea of Glass"),
        ("The anime of [Sea of Glass] is new. Ann Oba ([Kites]) directs. Bo Lind ([Kites]) writes.", "Sea of Glass"),
        ("The film [Sea of Glass] opens. [Kites] does not.", "Sea of Glass"),
        ("[Sea of Glass] won. [Kites] lost.", None),
        ("Ann Oba ([Kites]) directs.", None),
    ],
)
def test_works_in_brackets_are_credits_and_a_form_introduces(text: str, expected: str | None) -> None:
    raw, mentions = "", []
    for number, part in enumerate(re.split(r"[\[\]]", text)):
        if number % 2:
            mentions.append(Mention(len(raw), len(raw) + len(part), part, "WORK_OF_ART", None, "test"))
        raw += part
    found = find_topic(Metadata(), Findings(mentions=tuple(mentions)), raw)
    assert found == (Name(expected, "WORK_OF_ART") if expected else None)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (["Sea of Glass", "Sea of Glass: Tides", "Sea of Glass"], "Sea of Glass: Tides"),  # the first is the headline's
        (["Sea of Glass", "Sea of Glass", "Sea of Glass: Tides"], "Sea of Glass"),  # a spin-off comes later
    ],
)
def test_a_headline_has_the_short_name_of_what_the_text_names_in_full_first(named, expected):
    headline = "Second season of Sea of Glass"
    found = find_topic(
        Metadata(title=headline, **NEWS), _findings(*(f"{name}/WORK_OF_ART" for name in named)), headline.ljust(50, ".")
    )
    assert found == Name(expected, "WORK_OF_ART")


def test_a_numbered_part_has_no_offshoots():
    headline = "Sea of Glass 2 gets a date"
    named = _findings(
        *(f"{name}/WORK_OF_ART" for name in ["Sea of Glass 2", "Sea of Glass 2", "Sea of Glass 2: Tides"])
    )
    found = find_topic(Metadata(title=headline, **NEWS), named, headline.ljust(50, "."))
    assert found == Name("Sea of Glass 2: Tides", "WORK_OF_ART")


def _quoted(name: str, at: int) -> Mention:
    return Mention(at, at + len(name), name, "WORK_OF_ART", None, "quote")


def test_what_a_headline_quotes_goes_before_other_words_of_it():
    first = Mention(0, 6, "Garnet", "WORK_OF_ART", None, "propagated")
    again = Mention(300, 306, "Garnet", "WORK_OF_ART", None, "propagated")
    found = Findings(mentions=(first, _quoted("Sea of Glass", 20), again, _quoted("Sea of Glass", 400)))
    assert find_topic(Metadata(title="Garnet takes \u2018Sea of Glass\u2019 abroad", **NEWS), found) == Name(
        "Sea of Glass", "WORK_OF_ART"
    )


def test_what_somebody_says_in_a_headline_is_no_title():
    said = Findings(mentions=(_quoted("I Was Always Late", 1), _quoted("Kites", 200), _quoted("Kites", 300)))
    title = "\u201cI Was Always Late\u201d: An Interview with Ann Oba"
    assert find_topic(Metadata(title=title, **NEWS), said) == Name("Kites", "WORK_OF_ART")
    taken_up = Findings(mentions=(*said.mentions, _quoted("I Was Always Late", 500)))
    assert find_topic(Metadata(title=title, **NEWS), taken_up) == Name("I Was Always Late", "WORK_OF_ART")


def test_a_word_of_a_headline_that_the_model_alone_takes_for_a_title():
    word = Mention(10, 15, "Water", "WORK_OF_ART", None, "model")
    assert find_topic(Metadata(title="Harbour Bets on Water", **NEWS), Findings(mentions=(word,))) is None
