"""What articles say, by the standard phrases of encyclopedia pages and news; all names are invented.

The texts are in statements.toml. Each was written before the wordings it needs were added, and none of them comes
from the benchmark's articles.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.statements import find_statements
from pipeline.records import Name, PassageKind, Statement
from pipeline.vocabulary.predicates import load_predicates
from tests.extract.marked_text import read_marked, shown, work

TOPIC = "Sea of Glass"
PUBLISHED = date(2024, 5, 8)


def _stated(*texts: str | tuple[PassageKind, str], section: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    reading, findings = read_marked(*texts, section=section, published_on=PUBLISHED)
    found = find_statements(reading, findings, work(TOPIC))
    assert all(reading.parsed.text[s.start : s.end].strip() for s in found)
    assert list(found) == sorted(found, key=lambda s: (s.start, s.end, s.predicate, s.subject.text))
    return found


def _line(s: Statement) -> str:
    """'predicate | form | value', and 'predicate of Subject | ...' for another subject than the topic."""
    line = shown(s)
    return (
        f"{s.predicate} | {line.removeprefix(f'{TOPIC} | ')}" if s.subject.text == TOPIC else f"{s.predicate} of {line}"
    )


CASES = tomllib.loads(Path(__file__).with_name("statements.toml").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_phrases(case: dict[str, Any]) -> None:
    assert [_line(s) for s in _stated(*case["texts"])] == case["expected"]


NOTHING = [
    "The anime will not be directed by [Ann Oba](PERSON).",
    "It is rumoured that [Kelp](ORG) animates the second season of the anime.",
    "No premiere date of the anime was given on [May 2, 2020](2020-05-02).",
    "If [Bo Lind](PERSON) directs the film, fans will be happy.",
    "Whether [Bo Lind](PERSON) will compose the music of the anime is open.",
    "[Ann Oba](PERSON) (director of [Kites](WORK_OF_ART)) praised the anime.",
    "A film directed by [Ann Oba](PERSON) has not been announced.",
    "The trailer of the anime was released on [May 2, 2020](2020-05-02).",
    "Early teasers were released in [2007](2007).",
    "The manga artist [Ann Oba](PERSON) visited a film festival on [May 2, 2020](2020-05-02).",
    "[Ann Oba](PERSON)'s brother directed by the river.",
    "The anime is directed by [Ann Oba](PERSON)'s brother.",
    "The novel is the third that was not written by [Ann Oba](PERSON).",
    "[Bo Lind](PERSON), known for [Kites](WORK_OF_ART), liked it.",
    "The first volume came first.",
    "The anime has many episodes.",
    "On [2 May 2023](2023-05-02), it was announced that a deal had been signed.",
    "Its sister show is broadcast on [Channel Nine](ORG).",
    "A fan wrote about [Mia's Café](FAC) in [Lindau](GPE).",
    "",
    ".",
    "(",
    ")",
    "()(",
    "( [Ann Oba](PERSON)",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_statement(text: str) -> None:
    assert _stated(text) == () if text else True


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (PassageKind.PROSE, True),
        (PassageKind.LIST_ITEM, True),
        (PassageKind.TITLE, True),
        (PassageKind.CAPTION, False),
        (PassageKind.FURNITURE, False),
        (PassageKind.HEADING, False),
        (PassageKind.TABLE_ROW, False),
    ],
)
def test_captions_and_furniture_state_nothing(kind: PassageKind, said: bool) -> None:
    found = _stated((kind, "The anime is directed by [Ann Oba](PERSON)."))
    assert [s.value for s in found] == (["Ann Oba"] if said else [])


def test_lines_of_a_cast_list() -> None:
    items = [
        (PassageKind.LIST_ITEM, "[Ann Oba](PERSON) as [Mia](CHARACTER)"),
        (PassageKind.LIST_ITEM, "[Tom](CHARACTER): [Bo Lind](PERSON)"),
    ]
    expected = ["voice_actor | anime | Ann Oba | character=Mia", "voice_actor | anime | Bo Lind | character=Tom"]
    assert [_line(s) for s in _stated(*items, section=("Anime",)) if s.predicate == "voice_actor"] == expected
    assert [s for s in _stated(*items, section=("Film",)) if s.medium == "anime"] == []
    prose = _stated("[Ann Oba](PERSON) went as [Mia](CHARACTER).", section=("Anime", "Reception"))
    assert [s for s in prose if s.predicate == "voice_actor"] == []


@pytest.mark.parametrize(
    ("section", "form"),
    [
        (("Media", "Manga"), "manga"),
        (("Media", "Light novels"), "light_novel"),
        (("Anime",), "anime"),
        (("Film",), "film"),
        (("Reception",), "-"),
    ],
)
def test_a_section_says_which_form_is_meant(section: tuple[str, ...], form: str) -> None:
    (found,) = _stated("[Pier Media](ORG) licensed the series.", section=section)
    assert _line(found) == f"licensed_by | {form} | Pier Media"


def test_a_person_is_the_subject_of_a_life() -> None:
    texts = [
        "[Ann Oba](PERSON) (born [May 2, 1963](1963-05-02)) is an actress. She was born in [Rome](GPE), [Italy](GPE).",
        "Born in [Lindau](GPE), [Bo Lind](PERSON) is a writer.",
    ]
    reading, findings = read_marked(*texts)
    found = find_statements(reading, findings, Name("Ann Oba", "PERSON"))
    assert [f"{s.predicate} of {shown(s)}" for s in found] == [
        "birth_date of Ann Oba | - | 1963-05-02",
        "birth_place of Ann Oba | - | Rome, Italy",
        "birth_place of Bo Lind | - | Lindau",
    ]


def test_values_carry_their_numbers_dates_and_labels() -> None:
    counted, ended = _stated("Two volumes of the manga are out.", "The manga concluded on [2 May 2023](2023-05-02).")
    assert (counted.value, counted.value_number, counted.value_label) == ("2", 2.0, None)
    assert (ended.value_earliest, ended.value_latest) == (date(2023, 5, 2), date(2023, 5, 2))
    (director,) = _stated("The anime is directed by [Ann Oba](PERSON).")
    assert (director.value_label, director.extractor) == ("PERSON", "director: <participle> by {value}")


CREDITED = [  # development
    (
        "The prize went to [Kites](WORK_OF_ART), directed by [Ann Oba](PERSON) and written by [Bo Lind](PERSON).",
        "Kites",
    ),
    ("The film won, and [Kites](WORK_OF_ART) lost. It was written by [Bo Lind](PERSON).", "Sea of Glass"),
]


@pytest.mark.parametrize(("text", "subject"), CREDITED)
def test_a_chain_of_credits_is_said_of_one_work(text: str, subject: str) -> None:
    stated = _stated(f"[Sea of Glass](WORK_OF_ART) is a film. {text}")
    assert {s.subject.text for s in stated if s.predicate in ("director", "screenwriter")} == {subject}


def test_it_behind_credits_is_the_work_credited() -> None:
    prize = (
        "[Sea of Glass](WORK_OF_ART) is a film. The prize went to [Kites](WORK_OF_ART), directed by [Ann Oba](PERSON)"
    )
    stated = _stated(f"{prize}; it opens in [Japan](GPE) on [2 May 2023](2023-05-02).")
    assert [s.subject.text for s in stated if s.predicate == "release_date"] == ["Kites"]


BORN = [  # development
    ("[Ann Oba](PERSON) is up early.", ["Ann Oba", "Ann Oba"]),
    ("[Ann Oba](PERSON) met [Bo Lind](PERSON).", []),
    ("[Ann Oba](PERSON)'s mother is up early.", []),
    ("[Mia](CHARACTER) is up early.", []),
]


@pytest.mark.parametrize(("before", "people"), BORN)
def test_a_life_without_a_name_is_that_of_the_one_person_named_before(before: str, people: list[str]) -> None:
    stated = _stated(f"{before} Born in [Lindau](GPE) in [1959](1959) to a tailor, she taught.")
    assert [s.subject.text for s in stated if s.predicate in ("birth_place", "birth_date")] == people


def test_her_novel_is_by_the_one_person_named_before() -> None:
    stated = _stated("[Ann Oba](PERSON) is up early. Her second novel, [Kites](WORK_OF_ART), was long.")
    assert [_line(s) for s in stated if s.predicate == "author"] == ["author of Kites | novel | Ann Oba"]


def test_counts_so_far_hold_as_of_the_publication() -> None:
    (found,) = _stated("So far 13 volumes of the manga have been published.")
    assert found.qualifiers.as_of == PUBLISHED.isoformat()


PIECES = [
    "[Ann Oba](PERSON)",
    "[Kelp](ORG)",
    "[Kites](WORK_OF_ART)",
    "[Mia](CHARACTER)",
    "[May 2021](2021-05)",
    "[2020 to 2021](2020/2021)",
    *"the a its anime manga series season second film and , . ( ) ; :".split(),
    *"directed by as from on in premiered voiced not".split(),
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_any_words_in_any_order_give_whole_statements_or_none(words: list[str]) -> None:
    for s in _stated(" ".join(words)):
        assert s.value
        assert s.predicate in load_predicates()
        assert s.start < s.end
